package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import eyas.assets.policy.Activation;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.rollout.Actor;
import eyas.policies.rollout.EpisodeStatistics;
import eyas.policies.rollout.GaussianNoise;
import eyas.policies.rollout.ObservationNormaliser;
import eyas.policies.rollout.RawObservations;
import eyas.policies.rollout.RolloutBuffer;
import eyas.policies.rollout.RolloutCollector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The end of time has a value, failure has none: with a critic that says 4 everywhere. */
class ValueEstimatorTest {
  private static final float VALUE = 4;
  private static final double GAMMA = 0.9;
  private static final int ENVIRONMENTS = PointMassWorld.EPISODE;

  private static PpoConfig config() {
    PpoConfig.Update update = new PpoConfig.Update(1, 64, 1e-3, 0, 0.2, false, 1, 0, 1, false);
    return new PpoConfig(
        PpoConfig.Networks.defaults(), new PpoConfig.Rollout(1, GAMMA, 0, 10), update);
  }

  private static RolloutBuffer oneStep(float push) {
    PointMassWorld world = new PointMassWorld(ENVIRONMENTS);
    world.reset(1);
    RolloutBuffer buffer = new RolloutBuffer(1, ENVIRONMENTS, 2, 3, 1);
    RolloutCollector collector =
        new RolloutCollector(
            world,
            new RolloutCollector.Observer("privileged", new ObservationNormaliser(2, false)),
            new RolloutCollector.Observer("critic", new ObservationNormaliser(3, false)),
            new GaussianNoise(1),
            new EpisodeStatistics(ENVIRONMENTS, 10));
    for (int i = 0; i < 12; i++) {
      collector.collect(new Push(push), i, buffer, new RawObservations(buffer));
    }
    return buffer;
  }

  @Test
  void truncationBootstrapsAndTerminationDoesNot() {
    NetworkSpec actor = NetworkSpec.memoryless(2, 2, 1, Activation.TANH);
    NetworkSpec critic = NetworkSpec.memoryless(3, 2, 1, Activation.TANH);
    float[] constant = new float[critic.weightCount()];
    constant[constant.length - 1] = VALUE;
    try (PpoModel model = new PpoModel(TorchEngine.open(1), actor, critic, DataType.FLOAT32)) {
      model.initialise(
          NetworkWeights.fromFlat(actor, new float[actor.weightCount()]),
          NetworkWeights.fromFlat(critic, constant),
          1);
      RolloutBuffer buffer = oneStep(3);
      PpoTargets targets = new ValueEstimator(model::values, config()).estimate(buffer);

      // with λ = 0 the target is the reward and the discounted value of what follows
      int failed = 0;
      int ended = 0;
      for (int e = 0; e < ENVIRONMENTS; e++) {
        boolean failure = buffer.terminated()[e];
        failed += failure ? 1 : 0;
        ended += buffer.truncated()[e] && !failure ? 1 : 0;
        double future = failure ? 0 : GAMMA * VALUE;
        assertThat((double) targets.targets()[e])
            .as("environment %d", e)
            .isEqualTo(buffer.rewards()[e] + future, Offset.offset(1e-5));
      }
      assertThat(failed).isPositive();
      assertThat(ended).isPositive();
    }
  }

  /** A constant push to one side. */
  private record Push(float force) implements Actor {
    @Override
    public void means(float[] rows, float[] out) {
      java.util.Arrays.fill(out, force);
    }

    @Override
    public float[] deviation() {
      return new float[] {1e-3f};
    }
  }
}
