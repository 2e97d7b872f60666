package eyas.policies.evaluate;

import java.util.stream.IntStream;

/** Splits a batch over the cores. */
public final class Batches {
  private static final int SMALLEST = 64;

  private Batches() {}

  /** Works on one part of a batch. */
  @FunctionalInterface
  public interface Part {
    /**
     * Does the work; parts never overlap.
     *
     * @param part index of the part, below {@link #parts}
     * @param from first environment
     * @param to one past the last environment
     */
    void run(int part, int from, int to);
  }

  /** Returns into how many parts a batch is split. */
  public static int parts(int environments) {
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(cores, environments / SMALLEST));
  }

  /** Runs {@code part} over all environments on all cores and waits. */
  public static void parallel(int environments, Part part) {
    int parts = parts(environments);
    if (parts == 1) {
      part.run(0, 0, environments);
      return;
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            i -> part.run(i, start(environments, i, parts), start(environments, i + 1, parts)));
  }

  private static int start(int environments, int index, int parts) {
    return (int) ((long) environments * index / parts);
  }
}
