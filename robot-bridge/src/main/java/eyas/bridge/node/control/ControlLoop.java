package eyas.bridge.node.control;

import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.Cause;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a {@link Controller} at a fixed rate on a thread of its own. On the wall clock deadlines
 * are absolute, so that errors do not add up; a deadline that was missed by a whole period is left
 * out. With simulated time the steps lie on whole multiples of the period, and the step at a time
 * uses the newest samples that are not after it, whenever they came in.
 */
public final class ControlLoop implements AutoCloseable {
  private static final long POLL = 200_000L;
  private static final long JUMP = 1_000_000_000L;
  private static final Cause JUMPED = Cause.passing("The simulated clock jumped.");
  private static final long STACK = 256 << 10;

  private final Controller controller;
  private final Timebase timebase;
  private final WaitListener listener;
  private final LoopFigures figures = new LoopFigures();
  private final long period;
  private final Thread thread;
  private boolean waiting;
  private long waitingSince;
  private volatile boolean running = true;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * Creates a loop that does not run yet.
   *
   * @param controller what is called
   * @param timebase of the node
   * @param listener is told how far the loop has come, with simulated time
   */
  public ControlLoop(Controller controller, Timebase timebase, WaitListener listener) {
    this.controller = controller;
    this.timebase = timebase;
    this.listener = listener;
    this.period = controller.settings().periodNanoseconds();
    this.thread = new Thread(null, this::run, "eyas-control", STACK);
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Measured times. */
  public LoopFigures figures() {
    return figures;
  }

  private void run() {
    try {
      if (timebase.simulated()) {
        simulated();
      } else {
        wall();
      }
    } catch (RuntimeException broken) {
      // nobody else can act now: the safe command first, then the word to the operator
      controller.leave();
      failure = Optional.of(broken);
    }
  }

  private void wall() {
    long next = System.nanoTime() + period;
    long last = next - period;
    while (sleepUntil(next)) {
      long start = System.nanoTime();
      controller.step(start, (start - last) * 1e-9);
      figures.step(start, start - next, System.nanoTime() - start);
      last = start;
      next += period;
      if (start - next > 0) {
        long missed = (start - next) / period + 1;
        figures.missed(missed);
        next += missed * period;
      }
    }
  }

  private boolean sleepUntil(long deadline) {
    long spin = controller.settings().spin();
    for (long left = deadline - System.nanoTime(); left > 0 && running; ) {
      if (left > spin) {
        LockSupport.parkNanos(left - spin);
      } else {
        Thread.onSpinWait();
      }
      left = deadline - System.nanoTime();
    }
    return running;
  }

  private void simulated() {
    long next = Long.MAX_VALUE;
    long seen = 0;
    while (running) {
      long now = timebase.now();
      if (now == 0) {
        LockSupport.parkNanos(POLL);
      } else if (seen == 0) {
        next = Math.floorDiv(now + period - 1, period) * period;
        seen = now;
      } else if (now < seen - JUMP || now > next + JUMP) {
        // a bag that starts again, or a gap
        controller.restart(now, JUMPED);
        next = Math.floorDiv(now + period - 1, period) * period;
        seen = now;
      } else {
        seen = now;
        next = advance(next, now);
      }
    }
  }

  private long advance(long next, long now) {
    if (now < next || waits(next)) {
      listener.waits(next);
      LockSupport.parkNanos(POLL);
      return next;
    }
    long start = System.nanoTime();
    controller.step(next, period * 1e-9);
    figures.step(next, now - next, System.nanoTime() - start);
    return next + period;
  }

  /** Whether a step that is due waits for its sensors; after a while it does so in vain. */
  private boolean waits(long next) {
    if (!controller.settings().replay() || controller.settled(next)) {
      waiting = false;
      return false;
    }
    long now = System.nanoTime();
    if (!waiting) {
      waiting = true;
      waitingSince = now;
    }
    if (now - waitingSince < controller.settings().patience()) {
      return true;
    }
    controller.giveUp(next);
    waiting = false;
    return false;
  }

  /** Stops the thread and waits for it. */
  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    if (Thread.currentThread() == thread || thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What ended the thread although nobody closed the loop. */
  public Optional<RuntimeException> failure() {
    return failure;
  }

  /** The id of the control thread, for measurements. */
  public long threadId() {
    return thread.getId();
  }
}
