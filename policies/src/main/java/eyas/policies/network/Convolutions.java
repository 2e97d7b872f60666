package eyas.policies.network;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Keeps oneDNN, which computes PyTorch's convolutions, to its kernels for AVX2. With AVX-512 the
 * one that PyTorch 2.7.1 brings returned, now and then, NaN in the gradient of a filter that reads
 * one channel, and other last bits from run to run; with AVX2 the same runs give finite and equal
 * gradients. Whoever sets {@code ONEDNN_MAX_CPU_ISA} decides otherwise.
 */
final class Convolutions {
  private static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  private Convolutions() {}

  /** Sets the variable of this process before PyTorch reads it. */
  static void limit() {
    boolean intel = Platform.isIntel() && Platform.is64Bit();
    if (intel && System.getenv(VARIABLE) == null && !Platform.isWindows()) {
      Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, "AVX2", 0});
    }
  }
}
