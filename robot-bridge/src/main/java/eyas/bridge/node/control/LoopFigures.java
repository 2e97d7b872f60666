package eyas.bridge.node.control;

import java.util.concurrent.atomic.AtomicLong;

/** Measured times of a loop. The control thread records, any thread reads. */
public final class LoopFigures {
  private final DurationHistogram lateness = new DurationHistogram();
  private final DurationHistogram computing = new DurationHistogram();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();

  private volatile long lastStep = Long.MIN_VALUE;

  LoopFigures() {}

  void step(long time, long late, long computed) {
    lastStep = time;
    lateness.record(late);
    computing.record(computed);
    steps.lazySet(steps.get() + 1);
  }

  void missed(long deadlines) {
    missed.lazySet(missed.get() + deadlines);
  }

  /** How long after their deadlines steps began. */
  public DurationHistogram lateness() {
    return lateness;
  }

  /** How long steps took, from samples to the command's departure. */
  public DurationHistogram computing() {
    return computing;
  }

  /** Number of steps. */
  public long steps() {
    return steps.get();
  }

  /** Time of the last step, on the time base [ns]. */
  public long lastStep() {
    return lastStep;
  }

  /** Number of deadlines that were left out. */
  public long missed() {
    return missed.get();
  }
}
