package eyas.sim.task.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.engine.RateLoop;
import eyas.sim.engine.reference.ReferenceDynamics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The kernels' adjoints in single precision against central differences of the textbook in double
 * precision, contracted with random cotangents. States within a step of a kink (clipped commands
 * and features, rising and falling motors) are left out and counted.
 *
 * <p>An error is taken relative to the largest component of its gradient in its block of rows,
 * because a component is a sum of products that may cancel. Measured errors are below 3e-6, some
 * ten roundings; 1e-4 leaves room for other devices. A missing gyroscopic term shows as 1e-3,
 * others as more.
 */
class QuadrotorAdjointTest extends DeviceTest {
  private static final int ENVIRONMENTS = 128;
  private static final double TOLERANCE = 1e-4;
  private static final int[][] BLOCKS = {
    {0, 3}, {3, 7}, {7, 10}, {10, 13}, {13, 17}, {17, 21}, {21, 29}
  };

  private double worst;
  private int kinks;

  private static QuadrotorModel model(String preset, String action, boolean reference) {
    return new QuadrotorModel(
        new QuadrotorTask().config(preset, List.of("action=" + action)), reference);
  }

  @AfterEach
  void fewStatesAreLeftOut(TestReporter reporter) {
    reporter.publishEntry("largest relative error", Double.toString(worst));
    assertThat(kinks).as("states left out because of a kink").isLessThan(ENVIRONMENTS / 8);
  }

  @ParameterizedTest
  @CsvSource({
    "raptor, motors, false, 1",
    "raptor, rates, false, 2",
    "default, motors, false, 3",
    "default, rates, true, 4"
  })
  void advance(String preset, String action, boolean reference, long seed) {
    QuadrotorModel model = model(preset, action, reference);
    QuadrotorLayout layout = model.layout();
    Draws draws = Draws.of(model, ENVIRONMENTS, seed);
    int[] rows = adjointRows(layout);
    float[] cotangents = draws.cotangents(rows.length, seed);
    float[] adjoint = cotangents.clone();
    float[] actionAdjoint = new float[4 * ENVIRONMENTS];
    try (KernelBench bench = new KernelBench(device, model, Lanes.of(8), ENVIRONMENTS)) {
      bench.run(
          "advance_adjoint",
          draws.states(),
          draws.parameters(),
          draws.actions(),
          adjoint,
          actionAdjoint);
    }
    ReferenceDynamics dynamics =
        new ReferenceDynamics(layout, ReferenceDynamics.PERIOD, RateLoop.standard());
    for (int e = 0; e < ENVIRONMENTS; e++) {
      double[] p = draws.column(draws.parameters(), e);
      double[] g = draws.column(cotangents, e);
      double[] x =
          join(pick(draws.column(draws.states(), e), rows), draws.column(draws.actions(), e));
      double[] state = draws.column(draws.states(), e);
      ToDoubleFunction<double[]> function =
          v -> {
            double[] next =
                dynamics.next(put(state, rows, v), p, Arrays.copyOfRange(v, rows.length, v.length));
            return dot(g, pick(next, rows));
          };
      double[] found = join(draws.column(adjoint, e), draws.column(actionAdjoint, e));
      compare("seed " + seed + ", environment " + e, function, x, found);
    }
  }

  @ParameterizedTest
  @CsvSource({"raptor, motors, false, 5", "default, motors, true, 6"})
  void loss(String preset, String action, boolean reference, long seed) {
    QuadrotorModel model = model(preset, action, reference);
    Draws draws = Draws.of(model, ENVIRONMENTS, seed);
    Draws before = Draws.of(model, ENVIRONMENTS, seed + 100);
    int[] rows = adjointRows(model.layout());
    float[] adjoint = new float[rows.length * ENVIRONMENTS];
    float[] beforeAdjoint = new float[rows.length * ENVIRONMENTS];
    float[] actionAdjoint = new float[4 * ENVIRONMENTS];
    try (KernelBench bench = new KernelBench(device, model, Lanes.of(8), ENVIRONMENTS)) {
      bench.run(
          "loss_adjoint",
          before.states(),
          draws.states(),
          draws.parameters(),
          draws.actions(),
          adjoint,
          actionAdjoint,
          beforeAdjoint);
    }
    TextbookTask task = new TextbookTask(model);
    int n = rows.length;
    for (int e = 0; e < ENVIRONMENTS; e++) {
      double[] b = before.column(before.states(), e);
      double[] s = draws.column(draws.states(), e);
      double[] a = draws.column(draws.actions(), e);
      double[] p = draws.column(draws.parameters(), e);
      String who = preset + ", seed " + seed + ", environment " + e;
      compare(
          who + ", after",
          v -> task.loss(b, put(s, rows, v), p, Arrays.copyOfRange(v, n, v.length)),
          join(pick(s, rows), a),
          join(draws.column(adjoint, e), draws.column(actionAdjoint, e)));
      compare(
          who + ", before",
          v -> task.loss(put(b, rows, v), s, p, a),
          pick(b, rows),
          draws.column(beforeAdjoint, e));
    }
  }

  @ParameterizedTest
  @CsvSource({"raptor, onboard, 22, 7", "default, onboard, 22, 8", "default, privileged, 36, 9"})
  void observation(String preset, String group, int size, long seed) {
    QuadrotorModel model = model(preset, "motors", preset.equals("default"));
    Draws draws = Draws.of(model, ENVIRONMENTS, seed);
    int[] rows = adjointRows(model.layout());
    float[] cotangents = draws.cotangents(size, seed);
    float[] start = draws.cotangents(rows.length, seed + 50);
    float[] adjoint = start.clone();
    try (KernelBench bench = new KernelBench(device, model, Lanes.of(8), ENVIRONMENTS)) {
      bench.run(group + "_adjoint", draws.states(), draws.parameters(), cotangents, adjoint);
    }
    TextbookTask task = new TextbookTask(model);
    for (int e = 0; e < ENVIRONMENTS; e++) {
      double[] s = draws.column(draws.states(), e);
      double[] p = draws.column(draws.parameters(), e);
      double[] g = draws.column(cotangents, e);
      double[] h = draws.column(start, e);
      ToDoubleFunction<double[]> function =
          v -> {
            double[] moved = put(s, rows, v);
            boolean onboard = group.equals("onboard");
            // the adjoint is added to what is there
            return dot(g, onboard ? task.onboard(moved, p) : task.privileged(moved, p)) + dot(h, v);
          };
      String who = preset + " " + group + ", seed " + seed + ", environment " + e;
      compare(who, function, pick(s, rows), draws.column(adjoint, e));
    }
  }

  private void compare(
      String who, ToDoubleFunction<double[]> function, double[] x, double[] found) {
    double[] scale = new double[x.length];
    Arrays.fill(scale, 1);
    Optional<double[]> expected = CentralDifference.gradient(function, x, scale);
    if (expected.isEmpty()) {
      kinks++;
      return;
    }
    double all = largest(expected.get(), 0, x.length);
    for (int[] block : blocks(x.length)) {
      double size = Math.max(largest(expected.get(), block[0], block[1]), 1e-4 * all);
      for (int i = block[0]; i < block[1]; i++) {
        double error = Math.abs(found[i] - expected.get()[i]) / Math.max(size, 1e-12);
        worst = Math.max(worst, error);
        assertThat(error)
            .as("%s, row %d: %s instead of %s", who, i, found[i], expected.get()[i])
            .isLessThan(TOLERANCE);
      }
    }
  }

  // blocks of rows that have one unit; what follows the adjoint's rows is the action
  private static List<int[]> blocks(int length) {
    return Arrays.stream(BLOCKS)
        .filter(block -> block[0] < length)
        .map(block -> new int[] {block[0], Math.min(block[1], length)})
        .toList();
  }

  private static double largest(double[] values, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }

  /** State row of each adjoint row. */
  private static int[] adjointRows(QuadrotorLayout layout) {
    int[] rows = new int[layout.delay() ? 29 : 21];
    Arrays.setAll(rows, i -> i < 21 ? i : layout.olderActions() + i - 21);
    return rows;
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static double[] put(double[] values, int[] rows, double[] from) {
    double[] out = values.clone();
    for (int i = 0; i < rows.length; i++) {
      out[rows[i]] = from[i];
    }
    return out;
  }

  private static double[] join(double[] a, double[] b) {
    double[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
