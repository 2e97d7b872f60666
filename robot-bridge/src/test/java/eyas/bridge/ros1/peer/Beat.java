package eyas.bridge.ros1.peer;

import java.util.concurrent.locks.LockSupport;

/** Does something at a fixed rate until it is closed. */
final class Beat implements AutoCloseable {
  private final Thread thread;
  private volatile boolean closed;

  private Beat(double rate, Runnable work) {
    thread = new Thread(() -> run(Math.round(1e9 / rate), work), "beat");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts; the rate is in hertz. */
  static Beat of(double rate, Runnable work) {
    return new Beat(rate, work);
  }

  private void run(long period, Runnable work) {
    long next = System.nanoTime();
    while (!closed) {
      work.run();
      next += period;
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
