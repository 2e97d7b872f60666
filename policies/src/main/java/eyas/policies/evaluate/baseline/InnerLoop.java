package eyas.policies.evaluate.baseline;

/** Controls one quadrotor. Mutable. */
interface InnerLoop {
  /** Forgets the flight. */
  void reset();

  /** Reads 22 features from {@code at} on and writes 4 actions from {@code to} on. */
  void act(float[] observations, int at, float[] actions, int to);
}
