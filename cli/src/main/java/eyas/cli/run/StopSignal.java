package eyas.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Lets Ctrl-C end a command in good order: the shutdown hook asks for a stop and waits until the
 * command has written its checkpoint, or has ended a stage that keeps none; the virtual machine
 * then ends with exit code 130.
 */
public final class StopSignal {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Consumer<String> announcement;
  private volatile boolean requested;
  private volatile String whatFollows = "Stopping.";

  /** Creates a signal that tells {@code announcement} what follows when the stop is asked for. */
  public StopSignal(Consumer<String> announcement) {
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

  /** Says what a stop from now on does, in one sentence. */
  public void expect(String sentence) {
    whatFollows = sentence;
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
    announcement.accept(whatFollows);
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
