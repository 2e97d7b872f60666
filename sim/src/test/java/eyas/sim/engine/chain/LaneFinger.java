package eyas.sim.engine.chain;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;

/** Fingers in reduced coordinates on an OpenCL device, many at once. */
final class LaneFinger implements AutoCloseable {
  private final BufferScope scope;
  private final Lanes lanes;
  private final int environments;
  private final DeviceBuffer state;
  private final DeviceBuffer targets;
  private final Kernel kernel;

  LaneFinger(ComputeDevice device, Lanes lanes, Finger finger, int environments) {
    this.scope = device.scope("finger");
    this.lanes = lanes;
    this.environments = lanes.padded(environments);
    this.state = scope.allocate("state", 2L * finger.joints() * this.environments);
    this.targets = scope.allocate("targets", (long) finger.joints() * this.environments);
    this.kernel =
        scope.build(source(finger, lanes)).kernel("finger_advance").buffers(state, targets);
  }

  private static KernelSource source(Finger finger, Lanes lanes) {
    Finger.Drive drive = finger.drive();
    return LaneSources.base("finger", lanes)
        .define("JOINTS", finger.joints())
        .define("STIFFNESS", drive.stiffness())
        .define("DAMPING", drive.damping())
        .define("LIMIT", drive.limit())
        .define("VISCOUS", drive.viscous())
        .define("COULOMB", drive.coulomb())
        .define("FRICTION_SPEED", Finger.FRICTION_SPEED)
        .define("GRAVITY", Finger.GRAVITY)
        .text("finger constants", finger.constants())
        .file(LaneFinger.class, "chain.cl");
  }

  /** Sets every finger to angles and speeds, [2 joints], and its targets, [joints]. */
  void reset(double[] angles, double[] target) {
    state.write(0, spread(angles));
    targets.write(0, spread(target));
  }

  private float[] spread(double[] values) {
    float[] rows = new float[values.length * environments];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) values[i / environments];
    }
    return rows;
  }

  /** Sets the whole state, [2 joints][environments]. */
  void state(float[] rows) {
    state.write(0, rows);
  }

  /** Advances by {@code launches} launches of {@code substeps} substeps of {@code step} seconds. */
  void advance(double step, int substeps, int launches) {
    kernel.set(2, (float) step).set(3, substeps);
    for (int i = 0; i < launches; i++) {
      kernel.run(lanes.groups(environments));
    }
    scope.device().finish();
  }

  /** Returns the whole state, [2 joints][environments]. */
  float[] state() {
    return state.floats();
  }

  /** Returns angles and speeds of finger {@code e}, [2 joints]. */
  double[] state(int e) {
    float[] rows = state.floats();
    double[] out = new double[rows.length / environments];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i * environments + e];
    }
    return out;
  }

  @Override
  public void close() {
    scope.close();
  }
}
