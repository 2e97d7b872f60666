package eyas.cli.robot;

/**
 * An attitude as a unit quaternion (Hamilton), body to world.
 *
 * @param w scalar part
 * @param x first vector part
 * @param y second vector part
 * @param z third vector part
 */
public record Attitude(double w, double x, double y, double z) {
  /** Level, facing along world x. */
  public static final Attitude LEVEL = new Attitude(1, 0, 0, 0);

  /** Turns a vector from the body frame into the world frame, [3]. */
  public double[] toWorld(double[] body) {
    return rotate(body, 1);
  }

  /** Turns a vector from the world frame into the body frame, [3]. */
  public double[] toBody(double[] world) {
    return rotate(world, -1);
  }

  // v + 2 q × (q × v + w v), with the vector part negated for the inverse
  private double[] rotate(double[] v, double sign) {
    double a = sign * x;
    double b = sign * y;
    double c = sign * z;
    double tx = b * v[2] - c * v[1] + w * v[0];
    double ty = c * v[0] - a * v[2] + w * v[1];
    double tz = a * v[1] - b * v[0] + w * v[2];
    return new double[] {
      v[0] + 2 * (b * tz - c * ty), v[1] + 2 * (c * tx - a * tz), v[2] + 2 * (a * ty - b * tx)
    };
  }

  /** Heading: rotation about world z [rad]. */
  public double yaw() {
    return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }

  /** Angle between the body's z axis and the world's [rad]. */
  public double tilt() {
    return Math.acos(Math.max(-1, Math.min(1, 1 - 2 * (x * x + y * y))));
  }

  /** This attitude after a small rotation about body axes [rad], [3]; normalised. */
  public Attitude turned(double[] angle) {
    double a = angle[0] / 2;
    double b = angle[1] / 2;
    double c = angle[2] / 2;
    double w1 = w - x * a - y * b - z * c;
    double x1 = x + w * a + y * c - z * b;
    double y1 = y + w * b + z * a - x * c;
    double z1 = z + w * c + x * b - y * a;
    double n = Math.sqrt(w1 * w1 + x1 * x1 + y1 * y1 + z1 * z1);
    return new Attitude(w1 / n, x1 / n, y1 / n, z1 / n);
  }
}
