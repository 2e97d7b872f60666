package eyas.policies.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.random.Philox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ObservationNormaliserTest {
  private static final long SEED = 5;

  private static float[] rows(int n, int part) {
    Philox random = new Philox(SEED, part, 0, 0, 0);
    float[] rows = new float[2 * n];
    for (int i = 0; i < n; i++) {
      rows[2 * i] = (float) (5 + 2 * random.nextGaussian());
      rows[2 * i + 1] = (float) (-1 + 0.5 * random.nextGaussian());
    }
    return rows;
  }

  @Test
  void batchesAddUpToTheWhole() {
    ObservationNormaliser parts = new ObservationNormaliser(2, true);
    ObservationNormaliser whole = new ObservationNormaliser(2, true);
    float[] one = rows(700, 0);
    float[] two = rows(300, 1);
    float[] all = new float[2000];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    parts.learn(one);
    parts.learn(two);
    whole.learn(all);

    for (int f = 0; f < 2; f++) {
      assertThat(parts.frozen().mean().get(f))
          .isEqualTo(whole.frozen().mean().get(f), Offset.offset(1e-5f));
      assertThat(parts.frozen().scale().get(f))
          .isEqualTo(whole.frozen().scale().get(f), Offset.offset(1e-5f));
    }
  }

  @Test
  void outputsHaveMeanZeroAndDeviationOne() {
    ObservationNormaliser normaliser = new ObservationNormaliser(2, true);
    float[] raw = rows(5000, 0);
    normaliser.learn(raw);
    float[] out = new float[raw.length];
    normaliser.apply(raw, out, 0);

    RunningMoments moments = new RunningMoments(2);
    moments.add(out, out.length);
    for (int f = 0; f < 2; f++) {
      assertThat(moments.mean(f)).isEqualTo(0, Offset.offset(1e-4));
      assertThat(moments.deviation(f, 0)).isEqualTo(1, Offset.offset(1e-4));
    }
  }

  @Test
  void theFrozenNormaliserDoesTheSame() {
    ObservationNormaliser normaliser = new ObservationNormaliser(2, true);
    normaliser.learn(rows(100, 0));
    float[] out = new float[2];
    normaliser.apply(new float[] {4, 1}, out, 0);
    var frozen = normaliser.frozen();
    normaliser.learn(rows(100, 1));

    assertThat(out[0]).isEqualTo((4 - frozen.mean().get(0)) * frozen.scale().get(0));
    assertThat(out[1]).isEqualTo((1 - frozen.mean().get(1)) * frozen.scale().get(1));
  }

  @Test
  void aConstantFeatureStaysFinite() {
    ObservationNormaliser normaliser = new ObservationNormaliser(1, true);
    normaliser.learn(new float[] {3, 3, 3});
    float[] out = new float[1];
    normaliser.apply(new float[] {3}, out, 0);

    assertThat(out[0]).isZero();
  }

  @Test
  void disabledChangesNothing() {
    ObservationNormaliser normaliser = new ObservationNormaliser(2, false);
    normaliser.learn(rows(100, 0));

    assertThat(normaliser.frozen().isIdentity()).isTrue();
  }

  @Test
  void restoredStatisticsAreTheSame() {
    ObservationNormaliser normaliser = new ObservationNormaliser(2, true);
    normaliser.learn(rows(100, 0));
    CheckpointWriter writer = new CheckpointWriter();
    normaliser.save(writer);
    ObservationNormaliser restored = new ObservationNormaliser(2, true);
    restored.restore(writer.toReader());
    normaliser.learn(rows(50, 1));
    restored.learn(rows(50, 1));

    assertThat(restored.frozen()).isEqualTo(normaliser.frozen());
  }
}
