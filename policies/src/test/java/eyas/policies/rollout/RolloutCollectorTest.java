package eyas.policies.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.policies.ppo.PointMassWorld;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutCollectorTest {
  private static final long SEED = 9;
  private static final int ENVIRONMENTS = PointMassWorld.EPISODE;
  private static final int STEPS = 5;

  private final PointMassWorld world = new PointMassWorld(ENVIRONMENTS);
  private final RolloutBuffer buffer = new RolloutBuffer(STEPS, ENVIRONMENTS, 2, 3, 1);

  private void collect() {
    world.reset(SEED);
    ObservationNormaliser actor = new ObservationNormaliser(2, false);
    ObservationNormaliser critic = new ObservationNormaliser(3, false);
    RolloutCollector collector =
        new RolloutCollector(
            world,
            new RolloutCollector.Observer("privileged", actor),
            new RolloutCollector.Observer("critic", critic),
            new GaussianNoise(SEED),
            new EpisodeStatistics(ENVIRONMENTS, 10));
    collector.collect(new Still(), 0, buffer, new RawObservations(buffer));
  }

  @Test
  void keepsTheStateBeforeTheResetOfEveryTruncation() {
    collect();

    // ages are 0 to 59: in five steps environments 59, 58, 57, 56 and 55 reach 60
    List<Integer> ended = new ArrayList<>();
    for (int i = 0; i < buffer.terminals().count(); i++) {
      int sample = buffer.terminals().sample(i);
      ended.add(sample);
      assertThat(buffer.truncated()[sample]).isTrue();
      assertThat(buffer.terminated()[sample]).isFalse();
      // no time is left, and the position follows from the one before
      float[] rows = buffer.terminals().rows();
      assertThat(rows[3 * i + 2]).isZero();
      float velocity = rows[3 * i + 1];
      float before = buffer.criticRows()[3 * sample];
      assertThat(rows[3 * i]).isEqualTo(before + 0.1f * velocity);
      // the next row of that environment belongs to another episode
      assertThat(buffer.criticRows()[3 * (sample + ENVIRONMENTS) + 2]).isEqualTo(6f);
    }
    assertThat(ended).isNotEmpty();
    for (int t = 0; t < STEPS; t++) {
      int sample = t * ENVIRONMENTS + ENVIRONMENTS - 1 - t;
      assertThat(ended.contains(sample)).isEqualTo(!buffer.terminated()[sample]);
    }
  }

  @Test
  void recordsTheDensityOfTheNoise() {
    collect();

    for (int i = 0; i < buffer.samples(); i++) {
      double z = (buffer.actionRows()[i] - buffer.meanRows()[i]) / Still.DEVIATION;
      double expected = -0.5 * z * z - Math.log(Still.DEVIATION) - 0.5 * Math.log(2 * Math.PI);
      assertThat((double) buffer.logProbabilities()[i])
          .as("sample %d, seed %d", i, SEED)
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4));
    }
  }

  @Test
  void aNumberThatIsNotFiniteEndsTheRollout() {
    float[] none = {};
    WorldFault fault =
        new WorldFault("point-mass", SEED, 2, 0, 7, 1, "speed", none, none, none, none, Map.of());
    world.breakDown(fault);

    assertThatThrownBy(this::collect)
        .isInstanceOfSatisfying(
            WorldFaultException.class, failure -> assertThat(failure.fault()).isSameAs(fault))
        .hasMessageContaining("Environment 2")
        .hasMessageContaining("speed")
        .hasMessageContaining("step 7");
  }

  /** Means of zero with little noise. */
  private static final class Still implements Actor {
    static final float DEVIATION = 0.1f;

    @Override
    public void means(float[] rows, float[] out) {
      java.util.Arrays.fill(out, 0);
    }

    @Override
    public float[] deviation() {
      return new float[] {DEVIATION};
    }
  }
}
