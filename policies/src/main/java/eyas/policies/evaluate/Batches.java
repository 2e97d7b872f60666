package eyas.policies.evaluate;

import java.util.stream.IntStream;

/** Splits a batch over the cores. */
public final class Batches {
  private static final int SMALLEST = 64;

  private Batches() {}

  /** Works on the environments {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  public interface Part {
    /** Does the work; parts never overlap. */
    void run(int from, int to);
  }

  /** Runs {@code part} over all environments on all cores and waits; small batches run here. */
  public static void parallel(int environments, Part part) {
    int cores = Runtime.getRuntime().availableProcessors();
    int parts = Math.max(1, Math.min(cores, environments / SMALLEST));
    if (parts == 1) {
      part.run(0, environments);
      return;
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(i -> part.run(start(environments, i, parts), start(environments, i + 1, parts)));
  }

  private static int start(int environments, int index, int parts) {
    return (int) ((long) environments * index / parts);
  }
}
