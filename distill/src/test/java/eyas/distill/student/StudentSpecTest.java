package eyas.distill.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.distill.loop.DistillException;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentSpecTest {
  private static final QuadrotorModel MODEL = new QuadrotorTask().model("raptor", List.of());

  @Test
  void theDefaultStudentHasTheParametersOfRaptor() {
    StudentSpec student =
        new StudentSpec.Gru(StudentSpec.sensed(MODEL.description(), "onboard"), 16, 4);
    assertThat(student.learnedCount()).isEqualTo(2068);
    assertThat(student.publishedCount()).isEqualTo(2084);
  }

  @Test
  void aPrivilegedGroupIsRefusedByName() {
    assertThatThrownBy(() -> StudentSpec.sensed(MODEL.description(), "privileged"))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("no robot can sense")
        .hasMessageContaining("onboard");
  }

  /** Everything that only a simulator knows is changed; the student must not notice. */
  @Test
  void privilegedValuesDoNotReachTheStudent() {
    try (ComputeDevice device = ComputeDevice.open("auto");
        LaneWorld world = new LaneWorld(device, MODEL, 32, device.nativeLanes())) {
      world.reset(6);
      world.step(new float[32 * 4]);
      float[] onboard = observed(world, "onboard");
      float[] privileged = observed(world, "privileged");
      int padded = world.padded();
      change(world.buffers().state(), QuadrotorLayout.ROTORS, 4, padded);
      change(world.buffers().state(), QuadrotorLayout.FORCE, 3, padded);
      change(world.buffers().parameters(), 0, QuadrotorLayout.PARAMETER_ROWS, padded);
      assertThat(observed(world, "onboard")).containsExactly(onboard);
      assertThat(observed(world, "privileged")).isNotEqualTo(privileged);
    }
  }

  private static float[] observed(LaneWorld world, String group) {
    float[] out = new float[32 * MODEL.description().group(group).size()];
    world.observe(group, out);
    return out;
  }

  private static void change(DeviceBuffer buffer, int row, int rows, int padded) {
    float[] values = buffer.floats();
    for (int i = row * padded; i < (row + rows) * padded; i++) {
      values[i] = -1.5f * values[i] + 0.25f;
    }
    buffer.write(0, values);
  }
}
