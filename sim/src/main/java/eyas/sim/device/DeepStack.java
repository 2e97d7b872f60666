package eyas.sim.device;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs what may compile a kernel on a thread with a deep stack: drivers compile in the calling
 * thread, and a compiler's recursion overflows the stack of an ordinary Java thread, which ends the
 * process without a word.
 */
final class DeepStack {
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /** Runs {@code work} and waits for it; what it throws is thrown here. */
  static void run(Runnable work) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                failure.set(e);
              }
            },
            "kernel compiler",
            BYTES);
    thread.start();
    join(thread);
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  // an interrupt is kept for later: a half-compiled kernel helps nobody
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
