package eyas.assets.policy;

/** Kinds of layers that plain-Java inference knows. */
public enum LayerKind {
  /** A full matrix, a bias and an activation. */
  DENSE,
  /** A gated recurrent unit with the gate order r, z, n of PyTorch. */
  GRU,
  /** Filters that slide over an image, a bias each and an activation. */
  CONVOLUTION,
  /** One network for every equal slice of the input, and a maximum over groups of slices. */
  SHARED
}
