package eyas.cli.robot;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether somebody who does not tell of its progress answers each message of odometry by a command.
 * That is believed from the first command on; once it was waited for in vain, not before ten
 * messages in a row have been answered.
 */
final class Rhythm {
  private static final int BELIEVED = 10;

  private final AtomicLong commands = new AtomicLong();
  private long before;
  private int streak;
  private boolean believed = true;

  /** A command has come in; any thread may say so. */
  void commanded() {
    commands.incrementAndGet();
  }

  /** Odometry is about to leave. */
  void asks() {
    streak = commands.get() > before ? streak + 1 : 0;
    believed |= streak >= BELIEVED;
    before = commands.get();
  }

  /** It was waited for in vain. */
  void missed() {
    believed = false;
  }

  /** Whether nothing more is to be waited for. */
  boolean answered() {
    return !believed || commands.get() == 0 || commands.get() > before;
  }
}
