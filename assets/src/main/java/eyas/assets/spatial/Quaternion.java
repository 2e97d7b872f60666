package eyas.assets.spatial;

/**
 * A unit quaternion, Hamilton convention, which turns vectors of a body's frame into the frame that
 * it is given in.
 *
 * @param w real part
 * @param x first imaginary part
 * @param y second imaginary part
 * @param z third imaginary part
 */
public record Quaternion(double w, double x, double y, double z) {
  /** No rotation. */
  public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  /** Returns the rotation about an axis, which need not have length 1, by an angle [rad]. */
  public static Quaternion about(Vec3 axis, double angle) {
    Vec3 v = axis.times(Math.sin(angle / 2) / axis.norm());
    return new Quaternion(Math.cos(angle / 2), v.x(), v.y(), v.z());
  }

  /** Returns the rotation of URDF's fixed-axis roll, pitch and yaw [rad]: yaw · pitch · roll. */
  public static Quaternion fromRollPitchYaw(double roll, double pitch, double yaw) {
    return about(new Vec3(0, 0, 1), yaw)
        .times(about(new Vec3(0, 1, 0), pitch))
        .times(about(new Vec3(1, 0, 0), roll));
  }

  /** Returns the quaternion scaled to length 1. */
  public Quaternion normalized() {
    double n = Math.sqrt(w * w + x * x + y * y + z * z);
    return new Quaternion(w / n, x / n, y / n, z / n);
  }

  /** Returns the inverse rotation. */
  public Quaternion conjugate() {
    return new Quaternion(w, -x, -y, -z);
  }

  /** Returns the rotation that applies {@code first} and then this one. */
  public Quaternion times(Quaternion first) {
    return new Quaternion(
        w * first.w - x * first.x - y * first.y - z * first.z,
        w * first.x + x * first.w + y * first.z - z * first.y,
        w * first.y - x * first.z + y * first.w + z * first.x,
        w * first.z + x * first.y - y * first.x + z * first.w);
  }

  /** Returns a vector, turned. */
  public Vec3 rotate(Vec3 v) {
    Vec3 u = new Vec3(x, y, z);
    Vec3 t = u.cross(v).times(2);
    return v.plus(t.times(w)).plus(u.cross(t));
  }
}
