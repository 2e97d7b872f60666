package eyas.cli.robot;

import java.util.function.Consumer;

/**
 * Waits for somebody on the wall clock, but not for ever; says so when it gives up, and does not
 * wait again until whoever was waited for has caught up. For one thread.
 */
public final class Patience {
  private final String whom;
  private final long limit;
  private final Consumer<String> say;
  private long since;
  private boolean lost;

  /**
   * Creates a patience that has not begun to wait.
   *
   * @param whom it waits for, as a noun with its article
   * @param seconds how long, on the wall clock [s]
   * @param say is told when it gives up, and when waiting has an end
   */
  public Patience(String whom, double seconds, Consumer<String> say) {
    this.whom = whom;
    this.limit = Math.round(seconds * 1e9);
    this.say = say;
  }

  /**
   * Whether waiting is over.
   *
   * @param done whether what was waited for has come
   */
  public boolean over(boolean done) {
    if (done) {
      if (lost) {
        say.accept("Simulated time waits for " + whom + " again.");
      }
      lost = false;
      since = 0;
      return true;
    }
    long now = System.nanoTime();
    since = since == 0 ? now : since;
    if (!lost && now - since >= limit) {
      lost = true;
      say.accept(
          "Simulated time has waited %.0f s for %s and goes on without."
              .formatted(limit / 1e9, whom));
    }
    return lost;
  }

  /** Whether it has given up. */
  public boolean lost() {
    return lost;
  }
}
