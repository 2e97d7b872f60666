package eyas.policies.network;

/** What a dense layer applies to each output. */
public enum Activation {
  /** The value itself. */
  IDENTITY,
  /** max(x, 0). */
  RELU,
  /** Hyperbolic tangent. */
  TANH
}
