package eyas.sim.engine.lanes;

import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;

/** The start of every program: the lane types, the random numbers, and rows of buffers. */
public final class LaneSources {
  private LaneSources() {}

  /** Returns a source with lanes.cl, philox.cl and rows.cl. */
  public static KernelSource base(String name, Lanes lanes) {
    return KernelSource.named(name, lanes)
        .file(LaneSources.class, "lanes.cl")
        .file(LaneSources.class, "philox.cl")
        .file(LaneSources.class, "rows.cl");
  }

  /** Returns {@code source}, which has a {@code task_advance}, with the kernel engine_advance. */
  public static KernelSource withEngine(KernelSource source) {
    return source.file(LaneSources.class, "engine.cl");
  }
}
