package eyas.assets.spatial;

/**
 * The inertia of a rigid body, in the axes of its frame.
 *
 * @param mass [kg], 0 for a frame without a body
 * @param centre centre of mass [m]
 * @param xx moment about x through the centre of mass [kg m²]
 * @param xy product (the matrix element, with its sign) [kg m²]
 * @param xz product [kg m²]
 * @param yy moment about y [kg m²]
 * @param yz product [kg m²]
 * @param zz moment about z [kg m²]
 */
public record Inertia(
    double mass, Vec3 centre, double xx, double xy, double xz, double yy, double yz, double zz) {
  /** No body. */
  public static final Inertia NONE = new Inertia(0, Vec3.ZERO, 0, 0, 0, 0, 0, 0);

  /** Returns a body whose moments are about the axes of the frame [kg m²]. */
  public static Inertia diagonal(double mass, Vec3 centre, double xx, double yy, double zz) {
    return new Inertia(mass, centre, xx, 0, 0, yy, 0, zz);
  }

  /** Returns the inertia of two bodies that are one. */
  public Inertia plus(Inertia other) {
    double total = mass + other.mass;
    if (total == 0) {
      return this;
    }
    Vec3 c = centre.times(mass / total).plus(other.centre.times(other.mass / total));
    double[] a = about(c);
    double[] b = other.about(c);
    return new Inertia(
        total, c, a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4], a[5] + b[5]);
  }

  // xx, xy, xz, yy, yz, zz about another point (Steiner)
  private double[] about(Vec3 point) {
    Vec3 d = centre.minus(point);
    double dd = d.dot(d);
    return new double[] {
      xx + mass * (dd - d.x() * d.x()),
      xy - mass * d.x() * d.y(),
      xz - mass * d.x() * d.z(),
      yy + mass * (dd - d.y() * d.y()),
      yz - mass * d.y() * d.z(),
      zz + mass * (dd - d.z() * d.z())
    };
  }

  /** Returns the same body in the parent of its frame: R I Rᵀ. */
  public Inertia in(Pose pose) {
    Vec3 x = turned(pose, new Vec3(1, 0, 0));
    Vec3 y = turned(pose, new Vec3(0, 1, 0));
    Vec3 z = turned(pose, new Vec3(0, 0, 1));
    return new Inertia(mass, pose.apply(centre), x.x(), x.y(), x.z(), y.y(), y.z(), z.z());
  }

  // R I Rᵀ v
  private Vec3 turned(Pose pose, Vec3 v) {
    return pose.orientation().rotate(times(pose.orientation().conjugate().rotate(v)));
  }

  /** Returns the moment of inertia about the centre of mass times a vector. */
  public Vec3 times(Vec3 v) {
    return new Vec3(
        xx * v.x() + xy * v.y() + xz * v.z(),
        xy * v.x() + yy * v.y() + yz * v.z(),
        xz * v.x() + yz * v.y() + zz * v.z());
  }
}
