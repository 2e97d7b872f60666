package eyas.cli.run;

import eyas.sim.device.DeviceInfo;

/** Measures how fast a device simulates; found by {@link java.util.ServiceLoader}. */
public interface SpeedProbe {
  /**
   * What was measured.
   *
   * @param what the thing that was counted, e.g. {@code quadrotor RK4 steps}
   * @param perSecond how many of them in one second [1/s]
   */
  record Speed(String what, double perSecond) {}

  /**
   * Measures a device.
   *
   * @param device the device to measure
   * @param seconds about how long to measure [s]
   */
  Speed measure(DeviceInfo device, double seconds);
}
