package eyas.assets.spatial;

/**
 * Where a frame is in another: a point p of the frame lies at {@code position + orientation p}.
 *
 * @param position of the origin [m]
 * @param orientation of the axes
 */
public record Pose(Vec3 position, Quaternion orientation) {
  /** The frame itself. */
  public static final Pose IDENTITY = new Pose(Vec3.ZERO, Quaternion.IDENTITY);

  /** Returns a pose that only moves [m]. */
  public static Pose at(double x, double y, double z) {
    return new Pose(new Vec3(x, y, z), Quaternion.IDENTITY);
  }

  /** Returns the pose in this pose's own parent of a frame that is given in this one. */
  public Pose times(Pose child) {
    return new Pose(apply(child.position), orientation.times(child.orientation));
  }

  /** Returns the pose of the parent in this frame. */
  public Pose inverse() {
    Quaternion back = orientation.conjugate();
    return new Pose(back.rotate(position).times(-1), back);
  }

  /** Returns a point of this frame in the parent [m]. */
  public Vec3 apply(Vec3 point) {
    return position.plus(orientation.rotate(point));
  }
}
