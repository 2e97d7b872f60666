package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.Activation;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.sim.random.Philox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gradient of the whole loss in double precision against central differences. */
class PpoLossTest {
  private static final long SEED = 17;
  private static final int BATCH = 12;
  private static final int ACTIONS = 2;
  private static final NetworkSpec ACTOR = NetworkSpec.memoryless(3, 4, ACTIONS, Activation.TANH);
  private static final NetworkSpec CRITIC = NetworkSpec.memoryless(4, 4, 1, Activation.TANH);

  private final NDManager manager = TorchEngine.open(1);
  private final PpoModel model = new PpoModel(manager, ACTOR, CRITIC, DataType.FLOAT64);
  private final PpoConfig.Update config =
      new PpoConfig.Update(1, BATCH, 1e-3, 0.01, 0.2, true, 0.7, 0.03, 1, true);
  private final Philox random = Philox.host(SEED, 0);

  @AfterEach
  void close() {
    model.close();
  }

  private double[] gaussians(int count, double scale) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }

  /** Recorded columns that put some ratios and some values beyond the clip. */
  private double[] columns() {
    int width = MiniBatch.columns(ACTIONS);
    double[] columns = gaussians(BATCH * width, 0.7);
    for (int row = 0; row < BATCH; row++) {
      columns[row * width + 2 * ACTIONS] = -2 + 0.3 * random.nextGaussian();
    }
    return columns;
  }

  /** The whole loss, and all figures: the policy's four, then the value loss. */
  private NDArray[] loss(NDManager scope, double[] actor, double[] critic, double[] columns) {
    NDArray recorded = scope.create(columns, new Shape(BATCH, columns.length / BATCH));
    PpoLoss loss = new PpoLoss(config, ACTIONS);
    NDArray actorRows = scope.create(actor, new Shape(BATCH, ACTOR.inputs()));
    NDArray criticRows = scope.create(critic, new Shape(BATCH, CRITIC.inputs()));
    PpoLoss.Part policy = loss.policy(model, actorRows, recorded);
    PpoLoss.Part value = loss.value(model, criticRows, recorded);
    return new NDArray[] {
      policy.total().add(value.total()), policy.figures().concat(value.figures().reshape(1))
    };
  }

  @Test
  void gradientAgreesWithCentralDifferences() {
    NetworkWeights critic = WeightInitializer.draw(CRITIC, random, 1);
    model.initialise(WeightInitializer.draw(ACTOR, random, 1), critic, 0.8);
    double[] actorRows = gaussians(BATCH * ACTOR.inputs(), 1);
    double[] criticRows = gaussians(BATCH * CRITIC.inputs(), 1);
    double[] columns = columns();
    double clipped;
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray[] parts = loss(scope, actorRows, criticRows, columns);
      collector.backward(parts[0]);
      clipped = parts[1].toDoubleArray()[3];
    }
    float[] gradient = new float[model.weights().length];
    model.takeGradient(gradient);

    // both sides of the clip must occur, or the test would prove little
    assertThat(clipped).isBetween(0.1, 0.9);
    float[] weights = model.weights();
    for (int i = 0; i < weights.length; i++) {
      float kept = weights[i];
      // steps that single precision holds exactly
      float up = kept + 0x1p-12f;
      float down = kept - 0x1p-12f;
      double difference =
          (at(i, up, actorRows, criticRows, columns) - at(i, down, actorRows, criticRows, columns))
              / ((double) up - down);
      at(i, kept, actorRows, criticRows, columns);
      assertThat((double) gradient[i])
          .as("weight %d of %d, seed %d", i, weights.length, SEED)
          .isEqualTo(difference, Offset.offset(1e-5 * Math.max(1, Math.abs(difference))));
    }
  }

  private double at(int i, float value, double[] actor, double[] critic, double[] columns) {
    model.weights()[i] = value;
    model.push();
    try (NDManager scope = manager.newSubManager()) {
      return loss(scope, actor, critic, columns)[0].toDoubleArray()[0];
    }
  }

  @Test
  void figuresByHand() {
    // zero networks: mean 0, value 0; deviation 1
    NetworkWeights actor = NetworkWeights.fromFlat(ACTOR, new float[ACTOR.weightCount()]);
    NetworkWeights critic = NetworkWeights.fromFlat(CRITIC, new float[CRITIC.weightCount()]);
    model.initialise(actor, critic, 1);
    int width = MiniBatch.columns(ACTIONS);
    double[] columns = new double[BATCH * width];
    double old = -Math.log(2 * Math.PI) - 0.5 + Math.log(2);
    for (int row = 0; row < BATCH; row++) {
      int at = row * width;
      columns[at] = 1; // action (1, 0) from mean (0.5, 0), twice as likely then as now
      columns[at + ACTIONS] = 0.5;
      columns[at + 2 * ACTIONS] = old;
      columns[at + 2 * ACTIONS + 1] = -3; // advantage
      columns[at + 2 * ACTIONS + 2] = 2; // target
      columns[at + 2 * ACTIONS + 3] = 1; // old value
    }
    double[] rows = new double[BATCH * CRITIC.inputs()];
    double[] figures;
    try (NDManager scope = manager.newSubManager()) {
      double[] actorRows = new double[BATCH * ACTOR.inputs()];
      figures = loss(scope, actorRows, rows, columns)[1].toDoubleArray();
    }

    // ratio 0.5 is clipped to 0.8: min(−1.5, −2.4)
    assertThat(figures[0]).isEqualTo(2.4, Offset.offset(1e-6));
    assertThat(figures[1]).isEqualTo(1 + Math.log(2 * Math.PI), Offset.offset(1e-6));
    assertThat(figures[2]).isEqualTo(0.125, Offset.offset(1e-6));
    assertThat(figures[3]).isEqualTo(1, Offset.offset(1e-6));
    // max((0 − 2)², (0.8 − 2)²)
    assertThat(figures[4]).isEqualTo(4, Offset.offset(1e-6));
  }
}
