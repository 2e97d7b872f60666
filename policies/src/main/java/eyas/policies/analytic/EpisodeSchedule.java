package eyas.policies.analytic;

import eyas.sim.random.Philox;

/**
 * Knows when each environment is due for a new quadrotor, so that the host decides between windows
 * without reading anything back. Ages are staggered at the start. Mutable.
 */
final class EpisodeSchedule {
  private static final int AGE_STREAM = 17;
  private static final int DRAW_STREAM = 18;

  private final ParameterSource source;
  private final long seed;
  private final int perMember;
  private final int episodeSteps;
  private final int rows;
  private final int[] ages;
  private final int[] episodes;
  private final float[] one;
  private final float[] parameters;
  private final int[] restart;

  EpisodeSchedule(
      ParameterSource source, long seed, int members, int perMember, int episodeSteps, int rows) {
    this.source = source;
    this.seed = seed;
    this.perMember = perMember;
    this.episodeSteps = episodeSteps;
    this.rows = rows;
    this.ages = new int[members * perMember];
    this.episodes = new int[ages.length];
    this.one = new float[rows];
    this.parameters = new float[rows * ages.length];
    this.restart = new int[ages.length];
    Philox random = Philox.host(seed, AGE_STREAM);
    for (int e = 0; e < ages.length; e++) {
      draw(e);
      ages[e] = random.nextInt(episodeSteps);
    }
  }

  private void draw(int e) {
    source.draw(e / perMember, e, new Philox(seed, e, episodes[e]++, 0, DRAW_STREAM), one);
    for (int i = 0; i < rows; i++) {
      parameters[i * ages.length + e] = one[i];
    }
    restart[e] = 1;
    ages[e] = 0;
  }

  /** Renews what is due and counts a window; returns whether anything was renewed. */
  boolean advance(int steps) {
    boolean renewed = false;
    for (int e = 0; e < ages.length; e++) {
      if (ages[e] >= episodeSteps) {
        draw(e);
        renewed = true;
      }
      ages[e] += steps;
    }
    return renewed;
  }

  /** Makes the environments [from, to) due at the next window. */
  void makeDue(int from, int to) {
    java.util.Arrays.fill(ages, from, to, episodeSteps);
  }

  /** Returns the parameters, [row][environment]. */
  float[] parameters() {
    return parameters;
  }

  /** Returns 1 for each environment that begins anew. */
  int[] restart() {
    return restart;
  }

  void clearRestart() {
    java.util.Arrays.fill(restart, 0);
  }

  /** Returns ages, then episode counts: with the parameters, all that a checkpoint needs. */
  int[] counters() {
    int[] all = java.util.Arrays.copyOf(ages, 2 * ages.length);
    System.arraycopy(episodes, 0, all, ages.length, ages.length);
    return all;
  }

  void restore(int[] counters, float[] savedParameters) {
    System.arraycopy(counters, 0, ages, 0, ages.length);
    System.arraycopy(counters, ages.length, episodes, 0, ages.length);
    System.arraycopy(savedParameters, 0, parameters, 0, parameters.length);
    clearRestart();
  }
}
