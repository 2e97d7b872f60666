package eyas.bridge.node.quadrotor;

/**
 * Where a quadrotor is to be, and state minus target as the policy sees it: all turned by minus the
 * target's yaw about the vertical, so that the policy always flies towards yaw 0 (as RAPTOR's PX4
 * module does). Used again; allocates nothing.
 */
public final class TargetFrame {
  private double x;
  private double y;
  private double z;
  private double vx;
  private double vy;
  private double vz;
  private double cos = 1;
  private double sin;

  /** A target at the origin, at rest, with yaw 0. */
  public TargetFrame() {}

  /**
   * Sets the place, world ENU [m].
   *
   * @param east position [m]
   * @param north position [m]
   * @param up position [m]
   */
  public void position(double east, double north, double up) {
    x = east;
    y = north;
    z = up;
  }

  /**
   * Sets the velocity, world ENU [m/s].
   *
   * @param east velocity [m/s]
   * @param north velocity [m/s]
   * @param up velocity [m/s]
   */
  public void velocity(double east, double north, double up) {
    vx = east;
    vy = north;
    vz = up;
  }

  /**
   * Sets the heading.
   *
   * @param yaw about the vertical, 0 is east [rad]
   */
  public void yaw(double yaw) {
    cos = Math.cos(yaw);
    sin = Math.sin(yaw);
  }

  /**
   * Position error in the target-yaw frame.
   *
   * @param px position, world ENU [m]
   * @param py position, world ENU [m]
   * @param pz position, world ENU [m]
   * @param out receives 3 values from {@code offset} on [m]
   */
  public void positionError(double px, double py, double pz, float[] out, int offset) {
    turn(px - x, py - y, pz - z, out, offset);
  }

  /**
   * Velocity error in the target-yaw frame.
   *
   * @param ux velocity, world ENU [m/s]
   * @param uy velocity, world ENU [m/s]
   * @param uz velocity, world ENU [m/s]
   * @param out receives 3 values from {@code offset} on [m/s]
   */
  public void velocityError(double ux, double uy, double uz, float[] out, int offset) {
    turn(ux - vx, uy - vy, uz - vz, out, offset);
  }

  /** R_z(−yaw) applied to a vector. */
  private void turn(double ex, double ey, double ez, float[] out, int offset) {
    out[offset] = (float) (cos * ex + sin * ey);
    out[offset + 1] = (float) (cos * ey - sin * ex);
    out[offset + 2] = (float) ez;
  }

  /**
   * Rotation from the body to the target-yaw frame, row-major.
   *
   * @param w of a unit quaternion, body FLU to world ENU
   * @param i of the quaternion
   * @param j of the quaternion
   * @param k of the quaternion
   * @param out receives 9 values from {@code offset} on [1]
   */
  public void rotation(double w, double i, double j, double k, float[] out, int offset) {
    // columns: the body's axes in the world
    double r00 = 1 - 2 * (j * j + k * k);
    double r10 = 2 * (i * j + w * k);
    double r01 = 2 * (i * j - w * k);
    double r11 = 1 - 2 * (i * i + k * k);
    double r02 = 2 * (i * k + w * j);
    double r12 = 2 * (j * k - w * i);
    // turned about the vertical
    out[offset] = (float) (cos * r00 + sin * r10);
    out[offset + 1] = (float) (cos * r01 + sin * r11);
    out[offset + 2] = (float) (cos * r02 + sin * r12);
    out[offset + 3] = (float) (cos * r10 - sin * r00);
    out[offset + 4] = (float) (cos * r11 - sin * r01);
    out[offset + 5] = (float) (cos * r12 - sin * r02);
    out[offset + 6] = (float) (2 * (i * k - w * j));
    out[offset + 7] = (float) (2 * (j * k + w * i));
    out[offset + 8] = (float) (1 - 2 * (i * i + j * j));
  }
}
