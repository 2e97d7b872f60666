package eyas.cli.rehearsal;

/**
 * Where the robot should be.
 *
 * @param position [m, world], [3]
 * @param velocity [m/s, world], [3]
 * @param yaw [rad]
 */
@SuppressWarnings("ArrayRecordComponent") // a snapshot, never compared
public record Reference(double[] position, double[] velocity, double yaw) {
  /** At rest, facing along world x. */
  static Reference at(double x, double y, double z) {
    return new Reference(new double[] {x, y, z}, new double[3], 0);
  }

  /** Distance of a place from this one [m]. */
  double distance(double[] place) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      square += (place[axis] - position[axis]) * (place[axis] - position[axis]);
    }
    return Math.sqrt(square);
  }
}
