package eyas.sim.task.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reward, end, loss and observations of the kernels against plain Java in double precision. */
class QuadrotorFunctionsTest extends DeviceTest {
  private static final int ENVIRONMENTS = 256;
  private static final long SEED = 31;

  @ParameterizedTest
  @ValueSource(strings = {"raptor", "default"})
  void kernelsEqualPlainJava(String preset) {
    boolean reference = preset.equals("default");
    QuadrotorModel model =
        new QuadrotorModel(new QuadrotorTask().config(preset, List.of()), reference);
    Draws draws = Draws.of(model, ENVIRONMENTS, SEED);
    Draws before = Draws.of(model, ENVIRONMENTS, SEED + 1);
    float[] judged = new float[3 * ENVIRONMENTS];
    float[] onboard = new float[22 * ENVIRONMENTS];
    float[] privileged = new float[36 * ENVIRONMENTS];
    try (KernelBench bench = new KernelBench(device, model, Lanes.of(8), ENVIRONMENTS)) {
      float[] p = draws.parameters();
      bench.run("reward_of", before.states(), draws.states(), p, draws.actions(), judged);
      bench.run("onboard", draws.states(), p, onboard);
      bench.run("privileged", draws.states(), p, privileged);
    }
    TextbookTask task = new TextbookTask(model);
    int ends = 0;
    for (int e = 0; e < ENVIRONMENTS; e++) {
      double[] b = before.column(before.states(), e);
      double[] s = draws.column(draws.states(), e);
      double[] p = draws.column(draws.parameters(), e);
      double[] a = draws.column(draws.actions(), e);
      double[] out = draws.column(judged, e);
      String who = preset + ", seed " + SEED + ", environment " + e;
      // acos near 0 and sums of a few metres: some steps of a float
      assertThat(out[0]).as(who).isCloseTo(task.reward(b, s, a), within(2e-5));
      assertThat(out[1] == 1).as(who).isEqualTo(task.terminated(s, p));
      double loss = task.loss(b, s, p, a);
      assertThat(out[2]).as(who).isCloseTo(loss, within(1e-5 * Math.max(1, loss)));
      assertThat(draws.column(onboard, e))
          .as(who)
          .containsExactly(task.onboard(s, p), within(5e-6));
      assertThat(draws.column(privileged, e))
          .as(who)
          .containsExactly(task.privileged(s, p), within(5e-6));
      ends += out[1] == 1 ? 1 : 0;
    }
    assertThat(ends).as("some draws end an episode and some do not").isBetween(5, 250);
  }
}
