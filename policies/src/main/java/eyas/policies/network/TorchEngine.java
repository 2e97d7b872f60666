package eyas.policies.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * Starts DJL's PyTorch engine the same way everywhere: on the CPU, with a fixed number of threads
 * (sums are then added in the same order in every run), and without looking for downloads.
 */
public final class TorchEngine {
  private static final String THREADS = "ai.djl.pytorch.num_threads";
  private static final String INTEROP = "ai.djl.pytorch.num_interop_threads";

  private TorchEngine() {}

  /**
   * Opens a root of arrays; close it to release them all.
   *
   * @param threads threads inside one operation; counts only for the first call of the process
   */
  public static synchronized NDManager open(int threads) {
    setDefault(THREADS, Integer.toString(threads));
    setDefault(INTEROP, "1");
    setDefault("ai.djl.offline", "true");
    Convolutions.limit();
    return Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  }

  /**
   * Returns the number of threads that suits this machine: half its processors, from 1 to 8. Small
   * networks gain little from more, and threads that wait for a busy processor cost far more than
   * they bring.
   */
  public static int usualThreads() {
    return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
