package eyas.sim.task.egopush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels against {@link PushReference} on states near everything that can happen. */
class EgoPushFunctionsTest extends DeviceTest {
  private static final int ENVIRONMENTS = 240;
  private static final int SEED = 11;

  /** Preset, lanes, clock, and whether the sides of the anchor look alike. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @CsvSource({
    "t1, 16, stage, true",
    "t2, 1, global, true",
    "t2, 16, stage, false",
    "t3, 4, stage, true",
    "t3, 16, global, false"
  })
  private @interface OnEveryTier {}

  private record Run(EgoPushModel model, LaneWorld world) implements AutoCloseable {
    @Override
    public void close() {
      world.close();
    }

    double[] rows(int e) {
      return column(world.save().state(), e);
    }

    double[] parameters(int e) {
      return column(world.save().parameters(), e);
    }

    private double[] column(float[] all, int e) {
      double[] one = new double[all.length / world.padded()];
      for (int row = 0; row < one.length; row++) {
        one[row] = all[row * world.padded() + e];
      }
      return one;
    }

    float[] observed(String group) {
      float[] out = new float[ENVIRONMENTS * model.description().group(group).size()];
      world.observe(group, out);
      return out;
    }
  }

  private static Run open(String preset, int width, List<String> set) {
    EgoPushModel model = new EgoPushTask().model(preset, set);
    LaneWorld world = new LaneWorld(device, model, ENVIRONMENTS, Lanes.of(width));
    world.reset(SEED);
    new PushStates(model).put(world, Philox.host(SEED, 1));
    return new Run(model, world);
  }

  private static List<String> set(String clock, boolean alike) {
    return List.of("reward.clock=" + clock, "sides-alike=" + alike);
  }

  @OnEveryTier
  void observationsAreThoseOfPlainJava(String preset, int width, String clock, boolean alike) {
    try (Run run = open(preset, width, set(clock, alike))) {
      PushReference reference = new PushReference(run.model());
      float[] keypoints = run.observed("keypoints");
      float[] global = run.observed("global");
      float[] critic = run.observed("critic");
      float[] onboard = run.observed("onboard");
      int masked = 0;
      int size = run.model().description().group("keypoints").size();
      for (int e = 0; e < ENVIRONMENTS; e++) {
        PushReference.State s = reference.state(run.rows(e));
        masked += compare("keypoints", keypoints, e, reference.keypoints(s, true));
        compare("global", global, e, reference.keypoints(s, false));
        compare("critic", critic, e, reference.critic(s, run.parameters(e)));
        assertThat(onboard[2 * e]).isEqualTo(keypoints[size * (e + 1) - 2]);
      }
      // both views and masks occur, and hardly any point lies on the edge of the view
      assertThat(masked).isLessThan(10);
      assertThat(share(keypoints, -10)).isBetween(0.2, 0.95);
    }
  }

  // returns how many numbers are masked in only one of both
  private static int compare(String group, float[] all, int e, double[] expected) {
    int edge = 0;
    assertThat(all.length / ENVIRONMENTS).as(group).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      double seen = all[e * expected.length + i];
      if ((seen == -10) != (expected[i] == -10)) {
        edge++;
      } else {
        assertThat(seen)
            .as("%s %d of %d, seed %d", group, i, e, SEED)
            .isCloseTo(expected[i], within(2e-5));
      }
    }
    return edge;
  }

  private static double share(float[] values, float value) {
    int count = 0;
    for (float v : values) {
      count += v == value ? 1 : 0;
    }
    return (double) count / values.length;
  }

  @OnEveryTier
  void stepsAreThoseOfPlainJava(String preset, int width, String clock, boolean alike) {
    try (Run run = open(preset, width, set(clock, alike))) {
      PushReference reference = new PushReference(run.model());
      Philox random = Philox.host(SEED, 2);
      int[] seen = new int[6];
      for (int round = 0; round < 4; round++) {
        step(run, reference, random, seen);
        new PushStates(run.model()).put(run.world(), random);
      }
      // reached, placed, completed, hit, late, out of bounds: all of it happened
      int kinds = preset.equals("t1") ? 3 : 6;
      for (int i = 0; i < kinds; i++) {
        assertThat(seen[i]).as("event %d, seed %d", i, SEED).isPositive();
      }
    }
  }

  private static void step(Run run, PushReference reference, Philox random, int[] seen) {
    LaneWorld world = run.world();
    double[][] before = new double[ENVIRONMENTS][];
    float[] actions = new float[2 * ENVIRONMENTS];
    for (int e = 0; e < ENVIRONMENTS; e++) {
      before[e] = run.rows(e);
      actions[2 * e] = (float) random.uniform(-1.2, 1.2);
      actions[2 * e + 1] = (float) random.uniform(-1.2, 1.2);
    }
    world.step(actions);
    float[] rewards = new float[ENVIRONMENTS];
    boolean[] failed = new boolean[ENVIRONMENTS];
    boolean[] completed = new boolean[ENVIRONMENTS];
    world.rewards(rewards);
    world.terminated(failed);
    world.completed(completed);
    double[] sums = new double[EgoPushModel.REWARD_TERMS.size()];
    for (int e = 0; e < ENVIRONMENTS; e++) {
      PushReference.State was = reference.state(before[e]);
      double[] rows = run.rows(e);
      PushReference.State is = reference.update(was, rows);
      String where = "environment " + e + ", seed " + SEED;
      for (int row = run.model().layout().row(0); row < rows.length; row++) {
        assertThat(rows[row])
            .as("%s, %s", run.model().layout().name(row), where)
            .isCloseTo(is.rows()[row], within(1e-6));
      }
      double[] action = {actions[2 * e], actions[2 * e + 1]};
      double[] terms = reference.reward(was, is, action);
      double total = 0;
      for (int i = 0; i < terms.length; i++) {
        sums[i] += terms[i];
        total += terms[i];
      }
      boolean fails = reference.terminated(is);
      boolean completes = !fails && reference.completed(is);
      assertThat(failed[e]).as(where).isEqualTo(fails);
      assertThat(completed[e]).as(where).isEqualTo(completes);
      assertThat((double) rewards[e])
          .as(where)
          .isCloseTo(fails ? run.model().config().reward().failure() : total, within(1e-4));
      count(run, reference, is, completes, seen);
    }
    float[] terms = new float[sums.length];
    world.rewardTerms(terms);
    for (int i = 0; i < sums.length; i++) {
      assertThat((double) terms[i])
          .as(EgoPushModel.REWARD_TERMS.get(i))
          .isCloseTo(sums[i], within(0.01));
    }
  }

  private static void count(
      Run run, PushReference reference, PushReference.State s, boolean completes, int[] seen) {
    double event = s.own(EgoPushLayout.EVENT);
    EgoPushConfig config = run.model().config();
    seen[0] += event == EgoPushLayout.REACHED ? 1 : 0;
    seen[1] += event == EgoPushLayout.PLACED ? 1 : 0;
    seen[2] += completes ? 1 : 0;
    boolean late = s.own(EgoPushLayout.CLOCK) >= config.stageSteps();
    boolean out = s.robot().norm() > config.end().radius();
    seen[3] += reference.terminated(s) && !late && !out ? 1 : 0;
    seen[4] += late ? 1 : 0;
    seen[5] += out ? 1 : 0;
  }

  @ParameterizedTest
  @CsvSource({"t1, true, 4", "t2, true, 2", "t3, true, 1", "t1, false, 1"})
  void turnsThatLookAlikeCountOnce(String preset, boolean alike, int turns) {
    List<String> set = set("stage", alike);
    assertThat(new EgoPushTask().model(preset, set).config().turns()).isEqualTo(turns);
  }

  @Test
  void aViewThatIsSwitchedOffShowsEverything() {
    try (Run run = open("t3", 16, List.of("view.mask=false", "view.gate=false"))) {
      assertThat(run.observed("keypoints")).isEqualTo(run.observed("global"));
    }
    try (Run gated = open("t3", 16, List.of("view.mask=false"))) {
      float[] keypoints = gated.observed("keypoints");
      int size = keypoints.length / ENVIRONMENTS;
      int goal = (2 + gated.model().config().obstacles()) * EgoPushGroups.OBJECT;
      int hidden = 0;
      for (int e = 0; e < ENVIRONMENTS; e++) {
        assertThat(keypoints[e * size]).isNotEqualTo(-10f);
        hidden += keypoints[e * size + goal] == -10f ? 1 : 0;
      }
      assertThat(hidden).isBetween(ENVIRONMENTS / 3, ENVIRONMENTS - 5);
    }
  }

  @Test
  void lanesDoNotChangeABit() {
    try (LaneWorld one = play(1);
        LaneWorld wide = play(16)) {
      float[] narrow = new float[ENVIRONMENTS * one.description().group("keypoints").size()];
      float[] broad = narrow.clone();
      one.observe("keypoints", narrow);
      wide.observe("keypoints", broad);
      assertThat(broad).isEqualTo(narrow);
    }
  }

  private static LaneWorld play(int width) {
    ComputeDevice on = device;
    List<String> starts = List.of("start.any-stage=0.5", "start.behind=0.5", "start.beside=0.5");
    EgoPushModel model = new EgoPushTask().model("t2", starts);
    LaneWorld world = new LaneWorld(on, model, ENVIRONMENTS, Lanes.of(width));
    world.reset(SEED);
    Philox random = Philox.host(SEED, 3);
    float[] actions = new float[2 * ENVIRONMENTS];
    for (int step = 0; step < 10; step++) {
      for (int i = 0; i < actions.length; i++) {
        actions[i] = (float) random.uniform(-1, 1);
      }
      world.step(actions);
      world.resetFinished();
    }
    return world;
  }
}
