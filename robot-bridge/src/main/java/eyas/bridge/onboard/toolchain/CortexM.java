package eyas.bridge.onboard.toolchain;

import java.util.List;

/** Microcontrollers that generated code is measured on, as QEMU emulates them. */
public enum CortexM {
  /** Cortex-M4 with single-precision FPU, 168 MHz on a Crazyflie or an older flight controller. */
  M4F("cortex-m4", "fpv4-sp-d16", "mps2-an386"),
  /** Cortex-M7, 216 to 480 MHz on newer flight controllers. */
  M7("cortex-m7", "fpv5-sp-d16", "mps2-an500");

  private final String cpu;
  private final String fpu;
  private final String machine;

  CortexM(String cpu, String fpu, String machine) {
    this.cpu = cpu;
    this.fpu = fpu;
    this.machine = machine;
  }

  /** Options of the compiler. */
  List<String> compilerOptions() {
    return List.of(
        "-std=c99", "-O2", "-mcpu=" + cpu, "-mthumb", "-mfpu=" + fpu, "-mfloat-abi=hard");
  }

  /** Options of the emulator. */
  List<String> emulatorOptions(String program) {
    return List.of(
        "-M",
        machine,
        "-cpu",
        cpu,
        "-display",
        "none",
        "-monitor",
        "none",
        "-serial",
        "none",
        "-semihosting-config",
        "enable=on,target=native",
        "-icount",
        "shift=0",
        "-kernel",
        program);
  }
}
