package eyas.sim.engine.reference;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;

/**
 * Where a tree is and how it moves. Velocities are those of the joints; where the base floats, six
 * come before them: the velocity of the root's origin in the world [m/s] and the root's angular
 * velocity in its own axes [rad/s], as in the rows of a scene.
 */
public final class TreeMotion {
  private final Pose root;
  private final double[] positions;
  private final double[] velocities;

  /**
   * Keeps copies.
   *
   * @param root pose of the root in the world
   * @param positions of the joints [rad or m]
   * @param velocities of the base, where it floats, and of the joints
   */
  public TreeMotion(Pose root, double[] positions, double[] velocities) {
    if (velocities.length != positions.length && velocities.length != positions.length + 6) {
      throw new IllegalArgumentException(
          "A tree of %d joints was given %d velocities; it has %d, and 6 more if its base floats."
              .formatted(positions.length, velocities.length, positions.length));
    }
    this.root = root;
    this.positions = positions.clone();
    this.velocities = velocities.clone();
  }

  /** Returns the pose of the root in the world. */
  public Pose root() {
    return root;
  }

  /** Returns the number of velocities. */
  public int degrees() {
    return velocities.length;
  }

  /** Returns the number of velocities of the base: 6 or 0. */
  public int baseDegrees() {
    return velocities.length - positions.length;
  }

  /** Returns the position of a joint [rad or m]. */
  public double position(int joint) {
    return positions[joint];
  }

  /** Returns the speed of a joint [rad/s or m/s]. */
  public double speed(int joint) {
    return velocities[baseDegrees() + joint];
  }

  /** Returns all velocities. */
  public double[] velocities() {
    return velocities.clone();
  }

  /** Returns the velocity of the root's origin in the world [m/s]. */
  public Vec3 rootVelocity() {
    return baseDegrees() == 0 ? Vec3.ZERO : vector(velocities, 0);
  }

  /** Returns the angular velocity of the root in the world [rad/s]. */
  public Vec3 rootSpin() {
    return baseDegrees() == 0 ? Vec3.ZERO : root.orientation().rotate(vector(velocities, 3));
  }

  /** Returns the same place with other velocities. */
  public TreeMotion moving(double[] others) {
    return new TreeMotion(root, positions, others);
  }

  /**
   * Returns the motion after a time in which the velocities {@code along} hold and change to {@code
   * then}; the root turns about a fixed axis.
   *
   * @param seconds time [s]
   * @param along velocities on the way
   * @param then velocities at the end
   */
  public TreeMotion after(double seconds, double[] along, double[] then) {
    double[] moved = positions.clone();
    int base = baseDegrees();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += seconds * along[base + i];
    }
    Pose at = base == 0 ? root : turned(seconds, vector(along, 0), vector(along, 3));
    return new TreeMotion(at, moved, then);
  }

  private Pose turned(double seconds, Vec3 velocity, Vec3 spin) {
    Vec3 position = root.position().plus(velocity.times(seconds));
    double angle = seconds * spin.norm();
    if (angle == 0) {
      return new Pose(position, root.orientation());
    }
    Quaternion turn = Quaternion.about(spin, angle);
    return new Pose(position, root.orientation().times(turn).normalized());
  }

  static Vec3 vector(double[] values, int row) {
    return new Vec3(values[row], values[row + 1], values[row + 2]);
  }
}
