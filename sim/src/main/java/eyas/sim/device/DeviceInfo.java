package eyas.sim.device;

/**
 * What is known of a device before it is opened.
 *
 * @param index position in {@link ComputeDevice#list()}
 * @param kind GPU, accelerator or CPU
 * @param name the driver's own name of the device
 * @param platform name and version of the OpenCL platform
 * @param computeUnits number of compute units (cores)
 * @param memory global memory [bytes]
 * @param vectorWidth native SIMD width [floats]
 */
public record DeviceInfo(
    int index,
    DeviceKind kind,
    String name,
    String platform,
    int computeUnits,
    long memory,
    int vectorWidth) {

  /** Returns the lane width that suits this device: 1 off the CPU, else its SIMD width. */
  public Lanes nativeLanes() {
    return kind == DeviceKind.CPU ? Lanes.atMost(vectorWidth) : Lanes.of(1);
  }
}
