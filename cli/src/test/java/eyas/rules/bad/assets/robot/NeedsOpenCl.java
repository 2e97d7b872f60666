package eyas.rules.bad.assets.robot;

import org.lwjgl.opencl.CL10;

/** Breaks a rule: assets must not use OpenCL. */
public final class NeedsOpenCl {
  private NeedsOpenCl() {}

  static int flush(long queue) {
    return CL10.clFlush(queue);
  }
}
