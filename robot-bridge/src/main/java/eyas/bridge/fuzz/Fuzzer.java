package eyas.bridge.fuzz;

import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Gives damaged inputs to one reader. Every case has a seed of its own, made of the first seed and
 * its number, so that one case can be read again alone. A watching thread notices a case that does
 * not end.
 */
public final class Fuzzer {
  private static final double MILLISECOND = 1e6;
  private static final long HANG_SECONDS = 20;
  private static final int SHOWN_BYTES = 400;

  private final long seed;
  private volatile long current;
  private volatile boolean done;

  /**
   * Creates a fuzzer.
   *
   * @param seed of all damage
   */
  public Fuzzer(long seed) {
    this.seed = seed;
  }

  private SplittableRandom random(long index) {
    return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + index);
  }

  /**
   * Reads damaged inputs.
   *
   * @param target what reads
   * @param cases how many
   * @throws FuzzException if one is neither read nor refused with a reason
   */
  FuzzResult run(FuzzTarget target, long cases) {
    Thread watch = watch(target, Thread.currentThread());
    try {
      return all(target, cases);
    } finally {
      done = true;
      watch.interrupt();
    }
  }

  private FuzzResult all(FuzzTarget target, long cases) {
    Reasons reasons = new Reasons();
    long accepted = 0;
    long slowest = 0;
    long memory = 0;
    long start = System.nanoTime();
    for (long index = 0; index < cases; index++) {
      if (index == cases / 4) {
        memory = memoryInUse();
        slowest = 0;
      }
      current = index;
      long before = System.nanoTime();
      accepted += one(target, index, reasons) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - before);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FuzzResult(
        target.name(),
        cases,
        accepted,
        reasons.counts(),
        slowest / MILLISECOND,
        memoryInUse() - memory,
        seconds);
  }

  // an Error is a fault as well: a stack overflow or lack of memory must not come from outside
  private boolean one(FuzzTarget target, long index, Reasons reasons) {
    byte[] input = target.damaged(random(index));
    try {
      target.read(input, random(index));
      return true;
    } catch (Exception | StackOverflowError | OutOfMemoryError thrown) {
      boolean refused =
          target.refusal().isInstance(thrown)
              && reasons.add(Objects.requireNonNullElse(thrown.getMessage(), ""));
      if (!refused) {
        throw new FuzzException(
            "%s, seed %d, case %d was not refused with a reason but by %s. Input: %s"
                .formatted(target.name(), seed, index, thrown, hex(input)),
            thrown);
      }
      return false;
    }
  }

  private static String hex(byte[] input) {
    int shown = Math.min(SHOWN_BYTES, input.length);
    return HexFormat.of().formatHex(input, 0, shown) + (shown < input.length ? "…" : "");
  }

  private static long memoryInUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private Thread watch(FuzzTarget target, Thread worker) {
    done = false;
    current = 0;
    Thread thread = new Thread(() -> watching(target, worker), "eyas-fuzz-watch");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void watching(FuzzTarget target, Thread worker) {
    try {
      long last = -1;
      while (!done) {
        long now = current;
        if (now == last) {
          System.err.printf(
              "%s, seed %d, case %d has not ended for %d s; it is at %s%n",
              target.name(), seed, now, HANG_SECONDS, worker.getStackTrace()[0]);
        }
        last = now;
        Thread.sleep(HANG_SECONDS * 1000);
      }
    } catch (InterruptedException ended) {
      // the run is over
    }
  }
}
