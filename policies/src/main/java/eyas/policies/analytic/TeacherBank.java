package eyas.policies.analytic;

import eyas.sim.device.KernelSource;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.WorldKernels;

/**
 * Teachers that label a student's states inside the window kernel.
 *
 * @param network the teachers' network, memoryless
 * @param group what the teachers see
 * @param weights weights of all teachers, one after the other
 * @param teacherOf teacher of each work-item of the student's batch
 */
public record TeacherBank(
    LaneNetwork network, ObservationGroup group, float[] weights, int[] teacherOf) {
  /** Checks the network. */
  public TeacherBank {
    if (network.recurrent()) {
      throw new AnalyticException(
          "A recurrent teacher was given; teachers that label states are memoryless.");
    }
  }

  KernelSource addTo(KernelSource source) {
    return source
        .define("TEACHER_INPUTS", network.inputs())
        .define("TEACHER_HIDDEN", network.width())
        .define("TEACHER_OBSERVE", "task_observe_" + WorldKernels.kernelName(group))
        .file(TeacherBank.class, "teacher.cl");
  }
}
