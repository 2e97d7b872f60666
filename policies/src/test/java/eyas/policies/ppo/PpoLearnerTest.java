package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.policy.Activation;
import eyas.policies.checkpoint.CheckpointException;
import eyas.policies.checkpoint.CheckpointFolder;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.LearnerException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PpoLearnerTest {
  private static final long SEED = 11;
  private static final int ENVIRONMENTS = 128;

  @TempDir Path folder;

  private static PpoConfig config() {
    return new PpoConfig(
        new PpoConfig.Networks(
            "privileged",
            "critic",
            List.of(16, 16),
            List.of(16, 16),
            Activation.TANH,
            Activation.IDENTITY,
            1,
            true),
        new PpoConfig.Rollout(16, 0.97, 0.95, 100),
        new PpoConfig.Update(4, 512, 3e-3, 0.01, 0.2, true, 1, 0.001, 1, true));
  }

  private static PpoLearner learner(long seed) {
    PointMassWorld world = new PointMassWorld(ENVIRONMENTS);
    world.reset(seed);
    return new PpoLearner(world, config(), seed, 1);
  }

  @Test
  void learnsToHoldAPointMass() {
    try (PpoLearner learner = learner(SEED)) {
      double first = Double.NaN;
      IterationReport last = learner.iterate();
      for (int i = 0; i < 49; i++) {
        last = learner.iterate();
        first = i == 4 ? last.metrics().get("mean-return") : first;
      }

      // an untrained policy drifts to the edge (below 0); the best possible is about 40
      assertThat(first).as("return early, seed %d", SEED).isLessThan(10);
      assertThat(last.metrics().get("mean-return")).as("seed %d", SEED).isGreaterThan(30);
      assertThat(last.metrics().get("terminated-fraction")).isLessThan(0.05);
      assertThat(last.metrics().get("explained-variance")).isGreaterThan(0.5);
      assertThat(last.metrics()).containsKeys("reward/position", "reward/force", "kl");
      assertThat(last.environmentSteps()).isEqualTo(50L * 16 * ENVIRONMENTS);
    }
  }

  @Test
  void goesOnFromAnotherPolicysWeights() {
    try (PpoLearner teacher = learner(SEED);
        PpoLearner fresh = learner(SEED + 1)) {
      iterate(teacher, 20);
      float[] before = fresh.current().flat();
      fresh.begin(teacher.current());
      assertThat(fresh.current().flat()).isEqualTo(teacher.current().flat()).isNotEqualTo(before);
      assertThat(fresh.best().flat()).isEqualTo(teacher.current().flat());
      fresh.iterate();
      assertThatThrownBy(() -> fresh.begin(teacher.current()))
          .isInstanceOf(LearnerException.class)
          .hasMessageContaining("before its first iteration");
    }
  }

  @Test
  void resumesBitForBit() {
    float[] straight;
    try (PpoLearner learner = learner(SEED)) {
      iterate(learner, 10);
      straight = learner.current().flat();
    }
    CheckpointFolder checkpoints = new CheckpointFolder(folder, 2);
    try (PpoLearner learner = learner(SEED)) {
      iterate(learner, 5);
      CheckpointWriter writer = new CheckpointWriter();
      learner.save(writer);
      checkpoints.save(learner.iteration(), 0, writer);
      // lost work: what happens after the checkpoint must not matter
      iterate(learner, 2);
    }

    try (PpoLearner resumed = learner(SEED)) {
      iterate(resumed, 1);
      resumed.restore(checkpoints.latest().orElseThrow());
      assertThat(resumed.iteration()).isEqualTo(5);
      IterationReport last = iterate(resumed, 5);

      assertThat(last.iteration()).isEqualTo(10);
      assertThat(last.environmentSteps()).isEqualTo(10L * 16 * ENVIRONMENTS);
      assertThat(resumed.current().flat()).isEqualTo(straight);
    }
  }

  @Test
  void sameSeedSameWeightsOtherSeedOtherWeights() {
    float[] one = weightsAfter(SEED, 3);

    assertThat(weightsAfter(SEED, 3)).isEqualTo(one);
    assertThat(weightsAfter(SEED + 1, 3)).isNotEqualTo(one);
  }

  @Test
  void leavesNoArraysBehind() {
    try (PpoLearner learner = learner(SEED)) {
      iterate(learner, 2);
      int before = learner.liveArrays();
      iterate(learner, 5);

      assertThat(learner.liveArrays()).isEqualTo(before);
    }
  }

  @Test
  void refusesACheckpointOfAnotherAlgorithmOrSize() {
    CheckpointWriter foreign = new CheckpointWriter();
    foreign.text("algorithm", "analytic");
    CheckpointWriter smaller = new CheckpointWriter();
    try (PpoLearner learner = new PpoLearner(new PointMassWorld(64), config(), SEED, 1)) {
      learner.save(smaller);
    }
    try (PpoLearner learner = learner(SEED)) {
      assertThatThrownBy(() -> learner.restore(foreign.toReader()))
          .isInstanceOf(LearnerException.class)
          .hasMessageContaining("analytic");
      assertThatThrownBy(() -> learner.restore(smaller.toReader()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("another configuration");
    }
    try (PpoLearner learner = learner(SEED)) {
      CheckpointWriter own = new CheckpointWriter();
      learner.save(own);
      try (PpoLearner other = learner(SEED + 1)) {
        assertThatThrownBy(() -> other.restore(own.toReader()))
            .isInstanceOf(LearnerException.class)
            .hasMessageContaining("seed 11");
      }
    }
  }

  @Test
  void bestKeepsItsWeightsAndNormaliser() {
    try (PpoLearner learner = learner(SEED)) {
      iterate(learner, 30);

      assertThat(learner.best().spec()).isEqualTo(learner.current().spec());
      assertThat(learner.bestNormaliser().orElseThrow().size()).isEqualTo(2);
      assertThat(learner.best().flat()).isNotEqualTo(learner.current().flat());
    }
  }

  private static float[] weightsAfter(long seed, int iterations) {
    try (PpoLearner learner = learner(seed)) {
      iterate(learner, iterations);
      return learner.current().flat();
    }
  }

  private static IterationReport iterate(PpoLearner learner, int times) {
    IterationReport report = learner.iterate();
    for (int i = 1; i < times; i++) {
      report = learner.iterate();
    }
    return report;
  }
}
