package eyas.sim.device;

import org.lwjgl.opencl.CL10;

/** The kinds of compute devices, in the order in which they are preferred. */
public enum DeviceKind {
  /** A graphics processor: one environment per work-item. */
  GPU,
  /** A dedicated accelerator: one environment per work-item. */
  ACCELERATOR,
  /** The host's processor: one SIMD register of environments per work-item. */
  CPU;

  static DeviceKind of(long type) {
    if ((type & CL10.CL_DEVICE_TYPE_GPU) != 0) {
      return GPU;
    }
    return (type & CL10.CL_DEVICE_TYPE_CPU) != 0 ? CPU : ACCELERATOR;
  }
}
