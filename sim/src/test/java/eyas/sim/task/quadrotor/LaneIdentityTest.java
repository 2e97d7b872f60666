package eyas.sim.task.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof on one machine that another device's lane width computes the same world. */
class LaneIdentityTest extends DeviceTest {
  private static final int ENVIRONMENTS = 48;

  /** What a flight came to: the whole content of the world, rewards and observations summed. */
  private record Trace(WorldSnapshot world, float[] returns, float[] sums, int ends) {}

  private static Trace fly(QuadrotorModel model, int width, long seed, int steps) {
    try (LaneWorld world = new LaneWorld(device, model, ENVIRONMENTS, Lanes.of(width))) {
      world.reset(seed);
      Philox random = Philox.host(seed, 3);
      float[] actions = new float[4 * ENVIRONMENTS];
      float[] rewards = new float[ENVIRONMENTS];
      float[] returns = new float[ENVIRONMENTS];
      float[] observation = new float[22 * ENVIRONMENTS];
      float[] sums = new float[observation.length];
      boolean[] ended = new boolean[ENVIRONMENTS];
      int ends = 0;
      for (int i = 0; i < steps; i++) {
        world.observe("onboard", observation);
        for (int k = 0; k < actions.length; k++) {
          actions[k] = (float) random.uniform(-0.9, 1.2);
        }
        world.step(actions);
        world.rewards(rewards);
        world.terminated(ended);
        ends += count(ended);
        world.resetFinished();
        add(rewards, returns);
        add(observation, sums);
      }
      assertThat(world.fault()).isEmpty();
      return new Trace(world.save(), returns, sums, ends);
    }
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
  }

  private static QuadrotorModel model(String preset, String action, boolean reference) {
    QuadrotorTask task = new QuadrotorTask();
    return new QuadrotorModel(task.config(preset, List.of("action=" + action)), reference);
  }

  @ParameterizedTest
  @CsvSource({
    "raptor, motors, false",
    "raptor, rates, false",
    "default, motors, false",
    "default, rates, true"
  })
  void aThousandStepsHaveTheSameBitsInEveryWidth(String preset, String action, boolean reference) {
    QuadrotorModel model = model(preset, action, reference);
    Trace one = fly(model, 1, 5, 1000);
    assertThat(one.ends()).as("episodes end and begin anew").isPositive();
    for (int width : new int[] {4, 8, 16}) {
      Trace other = fly(model, width, 5, 1000);
      assertSame(one, other, preset + " " + action + ", seed 5, lanes " + width);
    }
  }

  /** Adjoints of the same random states: step, loss and both observations. */
  private static List<float[]> adjoints(QuadrotorModel model, Lanes lanes, long seed) {
    Draws draws = Draws.of(model, ENVIRONMENTS, seed);
    Draws before = Draws.of(model, ENVIRONMENTS, seed + 100);
    int rows = model.layout().delay() ? 29 : 21;
    List<float[]> found = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      found.add(draws.cotangents(rows, seed + i));
    }
    float[] first = new float[4 * ENVIRONMENTS];
    float[] second = new float[4 * ENVIRONMENTS];
    found.addAll(List.of(first, second));
    float[] s = draws.states();
    float[] p = draws.parameters();
    float[] a = draws.actions();
    try (KernelBench bench = new KernelBench(device, model, lanes, ENVIRONMENTS)) {
      bench.run("advance_adjoint", s, p, a, found.get(0), first);
      bench.run("loss_adjoint", before.states(), s, p, a, found.get(1), second, found.get(2));
      bench.run("onboard_adjoint", s, p, draws.cotangents(22, seed), found.get(3));
      bench.run("privileged_adjoint", s, p, draws.cotangents(36, seed), found.get(4));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "raptor, motors, false",
    "raptor, rates, false",
    "default, motors, false",
    "default, rates, true"
  })
  void adjointsHaveTheSameBitsWithOneLaneAndWithTheDevicesOwn(
      String preset, String action, boolean reference) {
    QuadrotorModel model = model(preset, action, reference);
    List<float[]> one = adjoints(model, Lanes.of(1), 5);
    Lanes own = device.nativeLanes();
    List<float[]> other = adjoints(model, own, 5);
    for (int i = 0; i < one.size(); i++) {
      assertThat(bits(other.get(i)))
          .as("%s %s, seed 5, %s, result %d", preset, action, own, i)
          .isEqualTo(bits(one.get(i)));
    }
  }

  private static void assertSame(Trace a, Trace b, String what) {
    assertThat(bits(b.world().state())).as(what).isEqualTo(bits(a.world().state()));
    assertThat(b.world().counters()).as(what).isEqualTo(a.world().counters());
    assertThat(bits(b.returns())).as(what).isEqualTo(bits(a.returns()));
    assertThat(bits(b.sums())).as(what).isEqualTo(bits(a.sums()));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void aRunRepeatsAndAnotherSeedIsAnotherRun() {
    QuadrotorModel model = model("default", "motors", false);
    Trace first = fly(model, 16, 21, 300);
    assertSame(first, fly(model, 16, 21, 300), "seed 21 again");
    Trace other = fly(model, 16, 22, 300);
    assertThat(other.world().state()).isNotEqualTo(first.world().state());
    assertThat(other.world().parameters()).isNotEqualTo(first.world().parameters());
  }
}
