package eyas.cli.robot;

/**
 * Where a robot is and how it moves.
 *
 * @param time when [ns]
 * @param position [m, world ENU], [3]
 * @param attitude body to world
 * @param velocity [m/s, world ENU], [3]
 * @param bodyRates [rad/s, body FLU], [3]
 * @param specificForce what an accelerometer feels [m/s², body FLU], [3]
 */
@SuppressWarnings("ArrayRecordComponent") // a snapshot, never compared
public record BodyState(
    long time,
    double[] position,
    Attitude attitude,
    double[] velocity,
    double[] bodyRates,
    double[] specificForce) {

  /** Speed [m/s]. */
  public double speed() {
    return Math.sqrt(
        velocity[0] * velocity[0] + velocity[1] * velocity[1] + velocity[2] * velocity[2]);
  }
}
