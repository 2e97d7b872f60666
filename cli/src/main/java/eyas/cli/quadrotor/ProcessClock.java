package eyas.cli.quadrotor;

import java.lang.management.ManagementFactory;

/** Time since the virtual machine started. */
final class ProcessClock {
  private static final long BEFORE_CLOCK = ManagementFactory.getRuntimeMXBean().getUptime();
  private static final long CLOCK = System.nanoTime();

  private ProcessClock() {}

  /** Returns the time since the start of the virtual machine [s]. */
  static double seconds() {
    return BEFORE_CLOCK * 1e-3 + (System.nanoTime() - CLOCK) * 1e-9;
  }
}
