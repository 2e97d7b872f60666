package eyas.bridge.fuzz;

import java.util.SplittableRandom;

/** One reader of what comes in from outside. */
interface FuzzTarget {
  /** What is read, such as {@code xml-rpc calls}. */
  String name();

  /**
   * Makes one damaged input.
   *
   * @param random seeded for this case alone
   */
  byte[] damaged(SplittableRandom random);

  /**
   * Reads an input: returns if it is still whole, throws what {@link #refusal()} names if not.
   *
   * @param input what was damaged
   * @param random seeded for this case alone, for choices such as the expected type
   */
  void read(byte[] input, SplittableRandom random) throws Exception;

  /** The exception by which this reader refuses; anything else is a fault. */
  Class<? extends Exception> refusal();
}
