package eyas.sim.task;

import java.util.List;

/** Refuses numbers of a preset that no flight is possible with; sentences name the key. */
public final class Allowed {
  private Allowed() {}

  /** Returns a range [low, high] of positive numbers. */
  public static List<Double> positive(String key, List<Double> given) {
    range(key, given, Double.MAX_VALUE);
    require(given.get(0) > 0, key, given, "both must be above 0");
    return List.copyOf(given);
  }

  /** Returns a range [low, high] from 0 to {@code most}. */
  public static List<Double> range(String key, List<Double> given, double most) {
    require(given.size() == 2, key, given, "give two numbers, [low, high]");
    double low = given.get(0);
    double high = given.get(1);
    require(low <= high, key, given, "the first must not be above the second");
    require(low >= 0, key, given, "neither may be below 0");
    require(high <= most, key, given, "neither may be above " + most);
    return List.copyOf(given);
  }

  /** Refuses a number that is not above {@code limit}. */
  public static void above(String key, double given, double limit) {
    require(given > limit && given <= Double.MAX_VALUE, key, given, "it must be above " + limit);
  }

  /** Refuses a number below {@code least}. */
  public static void least(String key, double given, double least) {
    require(
        given >= least && given <= Double.MAX_VALUE, key, given, "it must be at least " + least);
  }

  /** Refuses a number that is not from 0 to 1. */
  public static void share(String key, double given) {
    require(given >= 0 && given <= 1, key, given, "it must be from 0 to 1");
  }

  private static void require(boolean holds, String key, Object given, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(key + " is " + given + "; " + allowed + ".");
    }
  }
}
