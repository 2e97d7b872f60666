package eyas.cli.quadrotor;

import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;

/**
 * An opened device with its lanes.
 *
 * @param device device, closed with this lab
 * @param lanes lane width of all kernels
 */
record QuadrotorLab(ComputeDevice device, Lanes lanes) implements AutoCloseable {
  static QuadrotorLab open(String selector) {
    ComputeDevice device = ComputeDevice.open(selector);
    return new QuadrotorLab(device, device.nativeLanes());
  }

  @Override
  public void close() {
    device.close();
  }
}
