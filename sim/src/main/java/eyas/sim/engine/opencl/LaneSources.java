package eyas.sim.engine.opencl;

import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;

/** The start of every program: the lane types and the random numbers. */
public final class LaneSources {
  private LaneSources() {}

  /** Returns a source with lanes.cl and philox.cl. */
  public static KernelSource base(String name, Lanes lanes) {
    return KernelSource.named(name, lanes)
        .file(LaneSources.class, "lanes.cl")
        .file(LaneSources.class, "philox.cl");
  }
}
