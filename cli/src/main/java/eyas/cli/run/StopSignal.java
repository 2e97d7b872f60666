package eyas.cli.run;

import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C end a command in good order: the shutdown hook asks for a stop and waits until the
 * command has written its checkpoint; the virtual machine then ends with exit code 130.
 */
public final class StopSignal {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable announcement;
  private volatile boolean requested;

  /** Creates a signal that runs {@code announcement} when the stop is asked for. */
  public StopSignal(Runnable announcement) {
    this.announcement = announcement;
  }

  /** Installs the shutdown hook. */
  public void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "stop"));
  }

  /** Returns whether the work should end after its current iteration. */
  public boolean requested() {
    return requested;
  }

  /** Asks for a stop. */
  public void request() {
    requested = true;
  }

  /** Says that the command has ended; releases the shutdown hook. */
  public void end() {
    ended.countDown();
  }

  private void onShutdown() {
    if (ended.getCount() == 0) {
      return;
    }
    request();
    announcement.run();
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
