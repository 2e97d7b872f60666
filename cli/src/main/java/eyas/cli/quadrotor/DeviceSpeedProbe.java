package eyas.cli.quadrotor;

import eyas.cli.run.SpeedProbe;
import eyas.sim.device.DeviceInfo;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.List;

/** Measures how many steps of quadrotor physics a device makes, as {@code bench sim} does. */
public final class DeviceSpeedProbe implements SpeedProbe {
  private static final float COMMAND = 0.3f;

  /** Creates the probe for {@link java.util.ServiceLoader}. */
  public DeviceSpeedProbe() {}

  @Override
  public Speed measure(DeviceInfo device, double seconds) {
    var model = new QuadrotorTask().model("raptor", List.of());
    int environments = SimBench.ENVIRONMENTS;
    try (QuadrotorLab lab = QuadrotorLab.open(Integer.toString(device.index()));
        LaneWorld world = new LaneWorld(lab.device(), model, environments, lab.lanes())) {
      float[] actions = new float[environments * model.description().actions().size()];
      Arrays.fill(actions, COMMAND);
      world.step(actions);
      double rate =
          SimBench.rate(lab, world, world::advanceOnDevice, seconds / SimBench.REPETITIONS);
      return new Speed("quadrotor RK4 steps", rate);
    }
  }
}
