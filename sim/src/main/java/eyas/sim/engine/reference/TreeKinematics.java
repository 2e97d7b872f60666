package eyas.sim.engine.reference;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import org.ejml.data.DMatrixRMaj;

/** Poses and Jacobians of a tree's bodies, straight from the definition. */
public final class TreeKinematics {
  private final KinematicTree tree;
  private final TreeMotion motion;
  private final Pose[] poses;

  /** Places all bodies. */
  public TreeKinematics(KinematicTree tree, TreeMotion motion) {
    this.tree = tree;
    this.motion = motion;
    this.poses = new Pose[tree.bodies().size()];
    for (int i = 0; i < poses.length; i++) {
      Joint joint = tree.bodies().get(i).joint();
      Pose origin = pose(joint.parent()).times(joint.origin());
      poses[i] = origin.times(moved(joint, motion.position(i)));
    }
  }

  private static Pose moved(Joint joint, double position) {
    return joint.type() == JointType.PRISMATIC
        ? new Pose(joint.axis().times(position), Quaternion.IDENTITY)
        : new Pose(Vec3.ZERO, Quaternion.about(joint.axis(), position));
  }

  /** Returns where a body is in the world; {@link KinematicTree#ROOT} is the root. */
  public Pose pose(int body) {
    return body == KinematicTree.ROOT ? motion.root() : poses[body];
  }

  /** Returns the axis of the joint that moves a body, in the world. */
  public Vec3 axis(int body) {
    return poses[body].orientation().rotate(tree.bodies().get(body).joint().axis());
  }

  /** Returns where the centre of mass of a body is in the world [m]. */
  public Vec3 centre(int body) {
    return pose(body).apply(body(body).inertia().centre());
  }

  KinematicTree.Body body(int body) {
    return body == KinematicTree.ROOT ? tree.root() : tree.bodies().get(body).body();
  }

  /**
   * Returns the Jacobian of a body: velocity of one of its points in the world (rows 0 to 2) and
   * its angular velocity in the world (rows 3 to 5) for each velocity of the tree.
   *
   * @param body index of the body
   * @param point the point, where it is now, in the world [m]
   */
  public DMatrixRMaj jacobian(int body, Vec3 point) {
    DMatrixRMaj jacobian = new DMatrixRMaj(6, motion.degrees());
    int base = motion.baseDegrees();
    for (int i = body; i != KinematicTree.ROOT; i = tree.bodies().get(i).joint().parent()) {
      boolean slides = tree.bodies().get(i).joint().type() == JointType.PRISMATIC;
      Vec3 turn = slides ? Vec3.ZERO : axis(i);
      Vec3 lever = point.minus(poses[i].position());
      column(jacobian, base + i, slides ? axis(i) : turn.cross(lever), turn);
    }
    Vec3 lever = point.minus(motion.root().position());
    for (int k = 0; k < base / 2; k++) {
      Vec3 unit = new Vec3(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
      Vec3 turn = motion.root().orientation().rotate(unit);
      column(jacobian, k, unit, Vec3.ZERO);
      column(jacobian, 3 + k, turn.cross(lever), turn);
    }
    return jacobian;
  }

  private static void column(DMatrixRMaj jacobian, int column, Vec3 velocity, Vec3 spin) {
    for (int k = 0; k < 3; k++) {
      jacobian.set(k, column, velocity.toArray()[k]);
      jacobian.set(3 + k, column, spin.toArray()[k]);
    }
  }
}
