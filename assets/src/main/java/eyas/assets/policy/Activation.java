package eyas.assets.policy;

/** What a dense layer does with its sums. */
public enum Activation {
  /** Nothing. */
  IDENTITY,
  /** The greater of 0 and the sum. */
  RELU,
  /** Hyperbolic tangent. */
  TANH
}
