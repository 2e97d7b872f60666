package eyas.rules.bad.policies;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Breaks a rule in six ways; the last three methods are allowed. */
public final class Unseeded {
  private Unseeded() {}

  static long clock() {
    return System.currentTimeMillis();
  }

  static double mathRandom() {
    return Math.random();
  }

  static Random newRandom() {
    return new Random();
  }

  static SplittableRandom newSplittable() {
    return new SplittableRandom();
  }

  static Random threadLocal() {
    return ThreadLocalRandom.current();
  }

  static void shuffled(List<String> values) {
    Collections.shuffle(values);
  }

  static Random seeded() {
    return new Random(1);
  }

  static void shuffledWithSeed(List<String> values) {
    Collections.shuffle(values, new Random(1));
  }

  static long duration() {
    return System.nanoTime();
  }
}
