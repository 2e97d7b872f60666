package eyas.sim.sensor;

/** A kind of picture that a camera can give. */
public enum Channel {
  /** Depth [m], floats (environments, height, width). */
  DEPTH,
  /** Depth of the instances of each role, floats (environments, layers, height, width). */
  LAYERS,
  /** Id of the instance that a pixel shows, 0 for none, ints (environments, height, width). */
  IDS,
  /**
   * Unit normals in the frame of the camera, 0 for none, floats (environments, 3, height, width).
   */
  NORMALS,
  /** Red, green and blue from 0 to 1, floats (environments, 3, height, width). */
  RGB
}
