package eyas.distill.loop;

import eyas.distill.curriculum.TaskCells;
import eyas.distill.student.StudentSpec;
import eyas.distill.target.Divergence;
import eyas.distill.teacher.TeacherConfig;
import eyas.distill.teacher.TeacherTraining;
import eyas.distill.teacher.Teachers;
import eyas.policies.analytic.AnalyticConfig;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small settings on the quadrotor, for tests. */
final class QuadrotorRoom {
  static final long SEED = 4;
  static final QuadrotorModel MODEL = new QuadrotorTask().model("raptor", List.of());

  private QuadrotorRoom() {}

  static AnalyticConfig window(int updates, double rate) {
    return new AnalyticConfig(32, 32, updates, rate, 0.05, 1, 100);
  }

  static TeacherConfig teacher(int updates) {
    return new TeacherConfig(32, window(updates, 3e-3), 20, 32, OptionalDouble.empty());
  }

  static Teachers conditioned(ComputeDevice device, Lanes lanes, int updates) {
    try (TeacherTraining training =
        new TeacherTraining(
            device,
            lanes,
            MODEL,
            "privileged",
            teacher(updates),
            TaskCells.distribution(MODEL),
            SEED)) {
      while (!training.finished()) {
        training.iterate();
      }
      return training.teachers();
    }
  }

  static Classroom room(ComputeDevice device, Lanes lanes, Teachers teachers) {
    return new Classroom(
        device,
        lanes,
        MODEL,
        StudentSpec.sensed(MODEL.description(), "onboard"),
        TaskCells.distribution(MODEL),
        Optional.of(teachers));
  }

  static DistillConfig config(int updates, RlTerm.Kind rl) {
    return new DistillConfig(
        StudentSpec.Form.GRU,
        16,
        window(updates, 5e-3),
        RollIn.Kind.TEACHER_THEN_STUDENT,
        5,
        Divergence.MSE,
        rl,
        1,
        0.5,
        10,
        64,
        200);
  }
}
