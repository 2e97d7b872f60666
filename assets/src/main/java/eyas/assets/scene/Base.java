package eyas.assets.scene;

/** How the root of a robot is held. */
public enum Base {
  /** It does not move. */
  FIXED,
  /** It is a free body. */
  FLOATING,
  /** It slides and turns on a plane: joints {@code base_x}, {@code base_y}, {@code base_yaw}. */
  PLANAR
}
