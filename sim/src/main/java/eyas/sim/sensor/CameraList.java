package eyas.sim.sensor;

/** The list that one kernel writes and the other reads: as {@code camera_place.cl} lays it out. */
final class CameraList {
  private static final int HEAD = 16;
  private static final int ENTRY = 24;

  private CameraList() {}

  /** Returns the words of the list of one environment and moment. */
  static int words(int shapes) {
    return HEAD + ENTRY * shapes;
  }
}
