package eyas.policies.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.random.Philox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OwnAdamTest {
  private static final long SEED = 3;
  private static final int SIZE = 50;

  private static void run(OwnAdam adam, float[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      Philox random = new Philox(SEED, i, 0, 0, 0);
      float[] gradient = new float[SIZE];
      for (int j = 0; j < SIZE; j++) {
        gradient[j] = (float) (random.nextGaussian() + weights[j]);
      }
      adam.update(weights, gradient, 1e-2);
    }
  }

  @Test
  void twoStepsByHand() {
    OwnAdam adam = new OwnAdam(1);
    float[] weights = {1};
    adam.update(weights, new float[] {0.5f}, 0.1);
    // the first step is the rate times the sign
    assertThat(weights[0]).isEqualTo(0.9f, Offset.offset(1e-6f));

    adam.update(weights, new float[] {-1}, 0.1);
    // m = 0.9·0.05 − 0.1 = −0.055, v = 0.999·0.00025 + 0.001 = 0.00124975
    double first = -0.055 / (1 - 0.81);
    double second = 0.00124975 / (1 - 0.999 * 0.999);
    double expected = 0.9 - 0.1 * first / Math.sqrt(second);
    assertThat(weights[0]).isEqualTo((float) expected, Offset.offset(1e-6f));
  }

  @Test
  void resumesBitForBit() {
    float[] straight = new float[SIZE];
    run(new OwnAdam(SIZE), straight, 0, 40);

    OwnAdam first = new OwnAdam(SIZE);
    float[] weights = new float[SIZE];
    run(first, weights, 0, 17);
    CheckpointWriter writer = new CheckpointWriter();
    first.save(writer);
    OwnAdam second = new OwnAdam(SIZE);
    second.restore(writer.toReader());
    run(second, weights, 17, 40);

    assertThat(second.updates()).isEqualTo(40);
    assertThat(weights).isEqualTo(straight);
  }

  @Test
  void refusesAnotherSize() {
    assertThatThrownBy(() -> new OwnAdam(3).update(new float[2], new float[2], 1))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("made for 3 weights");
  }
}
