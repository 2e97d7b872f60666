package eyas.assets.policy;

/** Kinds of layers that plain-Java inference and the exporters know. */
public enum LayerKind {
  /** A full matrix, a bias and an activation. */
  DENSE,
  /** A gated recurrent unit with the gate order r, z, n of PyTorch. */
  GRU
}
