package eyas.policies.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.outside.CartsModel;
import eyas.policies.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gradient of a whole window with respect to all weights against finite differences of the
 * window's loss, along random directions.
 *
 * <p>The loss is summed in single precision, so a difference over a step of 1e-2 is exact to about
 * 1e-5 of the gradient's size; rectifiers and motors that change sides within the step add some
 * 1e-3. An error is taken relative to the size that a random direction's derivative has. Measured:
 * at most 3e-3 along random directions and 2e-3 along the gradient itself.
 */
class WindowGradientTest extends DeviceTest {
  private static final int DIRECTIONS = 6;
  private static final double STEP = 1e-2;
  private static final double TOLERANCE = 1e-2;

  private static AnalyticTrainer trainer(
      TaskModel model, String group, boolean recurrent, Optional<TeacherBank> teachers, int width) {
    int inputs = model.description().group(group).size();
    return new AnalyticTrainer(
        device,
        Lanes.of(width),
        model,
        group,
        new LaneNetwork(recurrent, inputs, 16, 4),
        1,
        new AnalyticConfig(64, 10, 100, 1e-3, 1, 1, 1e9),
        (member, random, out) -> model.sampleParameters(random, out),
        teachers,
        6);
  }

  private static void compare(WindowLoss loss, String what) {
    float[] gradient = loss.gradient();
    Philox random = Philox.host(17, 2);
    double worst = 0;
    for (int k = 0; k < DIRECTIONS; k++) {
      float[] direction = direction(gradient.length, random);
      double expected = loss.along(direction, STEP);
      double size = norm(gradient) * norm(direction) / Math.sqrt(gradient.length);
      worst = Math.max(worst, Math.abs(dot(gradient, direction) - expected) / size);
    }
    // along the gradient itself the derivative is its norm
    float[] own = gradient.clone();
    for (int i = 0; i < own.length; i++) {
      own[i] /= (float) norm(gradient);
    }
    double steepest = loss.along(own, STEP) / norm(gradient);
    assertThat(worst).as(what + ", directions of seed 17").isLessThan(TOLERANCE);
    assertThat(steepest).as(what).isCloseTo(1, within(TOLERANCE / 2));
  }

  private static float[] direction(int length, Philox random) {
    float[] direction = new float[length];
    for (int i = 0; i < length; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    float size = (float) norm(direction);
    for (int i = 0; i < length; i++) {
      direction[i] /= size;
    }
    return direction;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  @ParameterizedTest
  @CsvSource({"raptor, onboard, true", "raptor, privileged, false", "default, onboard, true"})
  void quadrotor(String preset, String group, boolean recurrent) {
    TaskModel model = new QuadrotorTask().model(preset, List.of());
    try (AnalyticTrainer trainer = trainer(model, group, recurrent, Optional.empty(), 16)) {
      trainer.update();
      compare(
          new WindowLoss(trainer, false, WindowStatistics::loss),
          preset + ", " + group + ", " + trainer.network());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "true, 16", "false, 4", "false, 8"})
  void carts(boolean recurrent, int width) {
    TaskModel model = new CartsModel(true);
    try (AnalyticTrainer trainer = trainer(model, "encoders", recurrent, Optional.empty(), width)) {
      trainer.update();
      compare(
          new WindowLoss(trainer, false, WindowStatistics::loss),
          "carts, " + trainer.network() + ", lanes " + width);
    }
  }

  /** The teacher flies, so the states do not depend on the student: half the squared gap. */
  @Test
  void imitation() {
    TaskModel model = new CartsModel(true);
    LaneNetwork network = LaneNetwork.mlp(9, 16, 4);
    float[] teachers = network.initial(Philox.host(23, 3));
    for (int i = 0; i < teachers.length; i++) {
      teachers[i] *= 2;
    }
    TeacherBank bank =
        new TeacherBank(
            network, model.description().group("privileged"), teachers, new int[64 / 8]);
    try (AnalyticTrainer trainer = trainer(model, "encoders", true, Optional.of(bank), 8)) {
      trainer.weigh(0, 1);
      trainer.update(true);
      compare(new WindowLoss(trainer, true, s -> s.teacherGap() / 2), "imitation");
    }
  }

  /** One environment after the other gives the same update as sixteen abreast, but for rounding. */
  @Test
  void everyLaneWidthComputesTheSameGradient() {
    float[] one;
    TaskModel model = new CartsModel(true);
    try (AnalyticTrainer trainer = trainer(model, "encoders", true, Optional.empty(), 1)) {
      trainer.update();
      one = trainer.gradient();
    }
    for (int width : new int[] {4, 8, 16}) {
      try (AnalyticTrainer trainer = trainer(model, "encoders", true, Optional.empty(), width)) {
        trainer.update();
        float[] other = trainer.gradient();
        double[] difference = new double[one.length];
        Arrays.setAll(difference, i -> Math.abs(one[i] - other[i]));
        assertThat(Arrays.stream(difference).max().orElseThrow())
            .as("lanes %d", width)
            .isLessThan(1e-5 * norm(one));
      }
    }
  }
}
