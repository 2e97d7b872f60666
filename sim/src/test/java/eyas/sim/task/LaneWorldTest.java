package eyas.sim.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.engine.opencl.OpenClEngine;
import eyas.sim.engine.reference.ReferenceEngine;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneWorldTest extends DeviceTest {
  private static final int ENVIRONMENTS = 19;
  private static final int PADDED = 24;

  private final QuadrotorModel model = new QuadrotorTask().model("default", List.of());
  private LaneWorld world;

  @BeforeEach
  void open() {
    world = new LaneWorld(device, model, ENVIRONMENTS, Lanes.of(8));
    world.reset(9);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static float[] actions(long seed) {
    float[] actions = new float[4 * ENVIRONMENTS];
    Philox random = Philox.host(seed, 1);
    for (int i = 0; i < actions.length; i++) {
      actions[i] = (float) random.uniform(-1, 1);
    }
    return actions;
  }

  private void setState(int row, int environment, float value) {
    world.buffers().state().write((long) row * PADDED + environment, new float[] {value});
  }

  @Test
  void arraysAreRowMajor() {
    float[] actions = actions(1);
    world.step(actions);
    float[] onboard = new float[22 * ENVIRONMENTS];
    world.observe("onboard", onboard);
    float[] state = world.save().state();
    for (int e = 0; e < ENVIRONMENTS; e++) {
      for (int i = 0; i < 4; i++) {
        assertThat(onboard[22 * e + 18 + i]).isEqualTo(actions[4 * e + i]);
        assertThat(state[(QuadrotorLayout.ACTION + i) * PADDED + e]).isEqualTo(actions[4 * e + i]);
      }
    }
  }

  @Test
  void parametersAreRowMajor() {
    float[] rows = new float[QuadrotorLayout.PARAMETER_ROWS * ENVIRONMENTS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    world.setParameters(rows);
    float[] device = world.save().parameters();
    for (int e = 0; e < ENVIRONMENTS; e++) {
      for (int row = 0; row < QuadrotorLayout.PARAMETER_ROWS; row++) {
        assertThat(device[row * PADDED + e]).isEqualTo(QuadrotorLayout.PARAMETER_ROWS * e + row);
      }
    }
  }

  @Test
  void anEpisodeIsTruncatedInItsLastStepOnly() {
    int steps = model.description().episodeSteps();
    int[] counters = world.save().counters();
    // environment 4 has one step left, environment 5 two
    counters[4] = steps - 1;
    counters[5] = steps - 2;
    world.buffers().counters().write(0, counters);
    boolean[] truncated = new boolean[ENVIRONMENTS];
    boolean[] terminated = new boolean[ENVIRONMENTS];
    world.step(actions(2));
    world.truncated(truncated);
    world.terminated(terminated);
    assertThat(ones(truncated)).containsExactly(4);
    assertThat(ones(terminated)).isEmpty();
    float[] rewards = new float[ENVIRONMENTS];
    world.rewards(rewards);
    assertThat(rewards[4]).as("being late is no failure").isGreaterThan(-50);
  }

  @Test
  void aFailureIsTerminatedWithItsRewardAndBeatsTime() {
    setState(QuadrotorLayout.POSITION + 1, 7, 6);
    int[] counters = world.save().counters();
    counters[7] = model.description().episodeSteps() - 1;
    world.buffers().counters().write(0, counters);
    world.step(actions(3));
    boolean[] flags = new boolean[ENVIRONMENTS];
    world.terminated(flags);
    assertThat(ones(flags)).containsExactly(7);
    world.truncated(flags);
    assertThat(ones(flags)).isEmpty();
    float[] rewards = new float[ENVIRONMENTS];
    world.rewards(rewards);
    assertThat(rewards[7]).isEqualTo(-100);
  }

  @Test
  void onlyFinishedEnvironmentsBeginAnew() {
    setState(QuadrotorLayout.POSITION, 7, 6);
    world.step(actions(3));
    WorldSnapshot before = world.save();
    world.resetFinished();
    WorldSnapshot after = world.save();
    assertThat(after.counters()[7]).as("age").isZero();
    assertThat(after.counters()[PADDED + 7])
        .as("episode")
        .isEqualTo(before.counters()[PADDED + 7] + 1);
    for (int e = 0; e < ENVIRONMENTS; e++) {
      float[] old = column(before.state(), e);
      float[] now = column(after.state(), e);
      if (e == 7) {
        assertThat(Math.abs(now[0])).isLessThanOrEqualTo(0.5f);
      } else {
        assertThat(now).isEqualTo(old);
        assertThat(after.counters()[e]).isEqualTo(1);
      }
    }
  }

  @Test
  void rewardTermsSumToTheRewards() {
    world.step(actions(4));
    float[] rewards = new float[ENVIRONMENTS];
    float[] terms = new float[4];
    world.rewards(rewards);
    world.rewardTerms(terms);
    double sum = 0;
    for (float reward : rewards) {
      sum += reward;
    }
    assertThat(terms[0]).isCloseTo(1.5f * ENVIRONMENTS, within(1e-4f));
    assertThat((double) terms[0] + terms[1] + terms[2] + terms[3]).isCloseTo(sum, within(1e-3));
  }

  @Test
  void aSnapshotContinuesBitForBit() {
    world.step(actions(5));
    world.resetFinished();
    WorldSnapshot snapshot = world.save();
    WorldSnapshot straight = fly(world);
    try (LaneWorld other = new LaneWorld(device, model, ENVIRONMENTS, Lanes.of(8))) {
      other.restore(snapshot);
      WorldSnapshot again = fly(other);
      assertThat(again.state()).isEqualTo(straight.state());
      assertThat(again.parameters()).isEqualTo(straight.parameters());
      assertThat(again.counters()).isEqualTo(straight.counters());
      assertThat(again.seed()).isEqualTo(straight.seed());
    }
  }

  @Test
  void restoringForgetsWhatHadEnded() {
    WorldSnapshot snapshot = world.save();
    setState(QuadrotorLayout.POSITION, 7, 6);
    world.step(actions(3));
    world.restore(snapshot);
    world.resetFinished();
    assertThat(world.save().counters()).isEqualTo(snapshot.counters());
  }

  private static WorldSnapshot fly(LaneWorld world) {
    for (int i = 0; i < 40; i++) {
      world.step(actions(100 + i));
      world.resetFinished();
    }
    return world.save();
  }

  @Test
  void noiseIsFreshInEveryStep() {
    int row = model.layout().noiseRow();
    float[] first = Arrays.copyOfRange(world.save().state(), row * PADDED, (row + 12) * PADDED);
    world.step(actions(6));
    float[] second = Arrays.copyOfRange(world.save().state(), row * PADDED, (row + 12) * PADDED);
    world.step(actions(7));
    float[] third = Arrays.copyOfRange(world.save().state(), row * PADDED, (row + 12) * PADDED);
    assertThat(same(first, second)).isLessThan(12);
    assertThat(same(second, third)).isLessThan(12);
  }

  private static int same(float[] a, float[] b) {
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      count += a[i] == b[i] ? 1 : 0;
    }
    return count;
  }

  @Test
  void aNumberThatIsNotFiniteIsCaughtWithWhatLedToIt() {
    float[] actions = actions(8);
    WorldSnapshot snapshot = world.save();
    world.step(actions);
    WorldSnapshot healthy = world.save();
    world.restore(snapshot);
    assertThat(world.fault()).isEmpty();
    setState(QuadrotorLayout.BODY_RATES + 1, 11, Float.POSITIVE_INFINITY);
    int[] counters = snapshot.counters().clone();
    counters[11] = 41;
    world.buffers().counters().write(0, counters);
    world.step(actions);

    WorldFault fault = world.fault().orElseThrow();
    assertThat(fault.environment()).isEqualTo(11);
    assertThat(fault.step()).isEqualTo(42);
    // the spin reaches the position within the four stages of the period
    assertThat(fault.row()).isEqualTo(QuadrotorLayout.POSITION);
    assertThat(fault.seed()).isEqualTo(9);
    assertThat(fault.before()[QuadrotorLayout.BODY_RATES + 1]).isInfinite();
    assertThat(fault.parameters()).isEqualTo(column(snapshot.parameters(), 11));
    assertThat(fault.action()).isEqualTo(Arrays.copyOfRange(actions, 44, 48));
    assertThat(fault.after()).isEqualTo(column(world.save().state(), 11));
    assertThat(fault.sentence()).contains("Environment 11", "quadrotor", "step 42", "seed 9");
    assertOthersUnharmed(healthy, 11);
    boolean[] terminated = new boolean[ENVIRONMENTS];
    world.terminated(terminated);
    assertThat(ones(terminated)).containsExactly(11);
    world.reset(9);
    assertThat(world.fault()).as("a reset clears the record").isEmpty();
  }

  private void assertOthersUnharmed(WorldSnapshot healthy, int broken) {
    float[] state = world.save().state();
    for (int e = 0; e < ENVIRONMENTS; e++) {
      if (e != broken) {
        assertThat(column(state, e)).as("environment " + e).isEqualTo(column(healthy.state(), e));
      }
    }
  }

  @Test
  void anActionThatIsNotANumberIsCaughtToo() {
    float[] actions = actions(8);
    actions[4 * 3 + 2] = Float.NaN;
    world.step(actions);
    WorldFault fault = world.fault().orElseThrow();
    assertThat(fault.environment()).isEqualTo(3);
    assertThat(fault.row()).isEqualTo(QuadrotorLayout.ACTION + 2);
    boolean[] terminated = new boolean[ENVIRONMENTS];
    world.terminated(terminated);
    assertThat(ones(terminated)).containsExactly(3);
  }

  @Test
  void hostEnginesStepTheSameWorld() {
    QuadrotorLayout layout = model.layout();
    fly(world);
    WorldSnapshot own = world.save();
    try (LaneWorld bits =
            new LaneWorld(
                device,
                model,
                ENVIRONMENTS,
                Lanes.of(8),
                Optional.of(new OpenClEngine(device, layout, PADDED, Lanes.of(4))));
        LaneWorld textbook =
            new LaneWorld(
                device,
                model,
                ENVIRONMENTS,
                Lanes.of(8),
                Optional.of(new ReferenceEngine(layout, PADDED)))) {
      bits.reset(9);
      textbook.reset(9);
      assertThat(fly(bits).state()).isEqualTo(own.state());
      // 0.4 s of single precision against double precision
      float[] expected = fly(textbook).state();
      for (int i = 0; i < 3 * PADDED; i++) {
        assertThat(own.state()[i]).isCloseTo(expected[i], within(1e-3f));
      }
    }
  }

  @Test
  void wrongSizesAndNamesAreRefused() {
    assertThatThrownBy(() -> world.step(new float[3]))
        .isInstanceOf(TaskException.class)
        .hasMessageContaining("3 values")
        .hasMessageContaining("76");
    assertThatThrownBy(() -> world.observe("lidar", new float[1]))
        .isInstanceOf(TaskException.class)
        .hasMessageContaining("'lidar'")
        .hasMessageContaining("onboard");
    assertThatThrownBy(
            () ->
                new LaneWorld(
                    device,
                    model,
                    ENVIRONMENTS,
                    Lanes.of(8),
                    Optional.of(new ReferenceEngine(model.layout(), 5))))
        .isInstanceOf(TaskException.class)
        .hasMessageContaining("24");
  }

  private static float[] column(float[] rows, int environment) {
    float[] out = new float[rows.length / PADDED];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i * PADDED + environment];
    }
    return out;
  }

  private static List<Integer> ones(boolean[] flags) {
    return java.util.stream.IntStream.range(0, flags.length).filter(i -> flags[i]).boxed().toList();
  }
}
