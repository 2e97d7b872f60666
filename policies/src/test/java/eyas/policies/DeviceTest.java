package eyas.policies;

import eyas.sim.device.ComputeDevice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that need a device; the class fails if one of its tests leaves a buffer behind. */
public abstract class DeviceTest {
  /** The device that an option {@code --device auto} opens. */
  protected static ComputeDevice device;

  @BeforeAll
  static void openDevice() {
    device = ComputeDevice.open("auto");
  }

  @AfterAll
  static void closeDevice() {
    device.close();
  }
}
