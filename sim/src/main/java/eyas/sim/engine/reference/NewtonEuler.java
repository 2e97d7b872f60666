package eyas.sim.engine.reference;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;

/**
 * The recursive Newton–Euler algorithm (Luh, Walker and Paul, 1980) in world axes: accelerations
 * from the root outwards, forces from the tips inwards. Gravity is an acceleration of the root.
 */
final class NewtonEuler {
  private final KinematicTree tree;
  private final TreeMotion motion;
  private final TreeKinematics kinematics;
  private final Moving root;
  private final Moving[] bodies;
  private final double[] accelerations;

  /** Motion of a body's origin: angular velocity, its rate and the acceleration, in the world. */
  private record Moving(Vec3 spin, Vec3 spinRate, Vec3 acceleration) {
    // acceleration of a point of the body at a lever from the origin
    Vec3 at(Vec3 lever) {
      return acceleration.plus(spinRate.cross(lever)).plus(spin.cross(spin.cross(lever)));
    }
  }

  /** A force and the torque about a body's origin, in the world. */
  private record Load(Vec3 force, Vec3 torque) {
    Load plus(Load other, Vec3 lever) {
      return new Load(
          force.plus(other.force), torque.plus(other.torque).plus(lever.cross(other.force)));
    }
  }

  NewtonEuler(KinematicTree tree, double gravity, TreeMotion motion, double[] accelerations) {
    this.tree = tree;
    this.motion = motion;
    this.accelerations = accelerations;
    this.kinematics = new TreeKinematics(tree, motion);
    this.bodies = new Moving[tree.bodies().size()];
    this.root = root(new Vec3(0, 0, gravity));
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = moving(i, accelerations[motion.baseDegrees() + i]);
    }
  }

  private Moving root(Vec3 pull) {
    if (motion.baseDegrees() == 0) {
      return new Moving(Vec3.ZERO, Vec3.ZERO, pull);
    }
    Vec3 rate = motion.root().orientation().rotate(TreeMotion.vector(accelerations, 3));
    return new Moving(motion.rootSpin(), rate, pull.plus(TreeMotion.vector(accelerations, 0)));
  }

  private Moving moving(int body, double acceleration) {
    Joint joint = tree.bodies().get(body).joint();
    Moving parent = of(joint.parent());
    Vec3 axis = kinematics.axis(body);
    Vec3 along = axis.times(motion.speed(body));
    Vec3 change = axis.times(acceleration).plus(parent.spin.cross(along));
    Vec3 carried = parent.at(lever(joint.parent(), body));
    if (joint.type() == JointType.PRISMATIC) {
      Vec3 slide = carried.plus(change).plus(parent.spin.cross(along));
      return new Moving(parent.spin, parent.spinRate, slide);
    }
    return new Moving(parent.spin.plus(along), parent.spinRate.plus(change), carried);
  }

  private Moving of(int body) {
    return body == KinematicTree.ROOT ? root : bodies[body];
  }

  private Vec3 lever(int from, int to) {
    return kinematics.pose(to).position().minus(kinematics.pose(from).position());
  }

  /** Returns the forces of base and joints. */
  double[] forces() {
    Load[] loads = new Load[bodies.length];
    double[] forces = new double[motion.degrees()];
    int base = motion.baseDegrees();
    for (int i = 0; i < bodies.length; i++) {
      loads[i] = load(i);
    }
    Load onRoot = load(KinematicTree.ROOT);
    for (int i = bodies.length - 1; i >= 0; i--) {
      Joint joint = tree.bodies().get(i).joint();
      boolean slides = joint.type() == JointType.PRISMATIC;
      forces[base + i] = kinematics.axis(i).dot(slides ? loads[i].force() : loads[i].torque());
      forces[base + i] += joint.armature() * accelerations[base + i];
      Vec3 lever = lever(joint.parent(), i);
      if (joint.parent() == KinematicTree.ROOT) {
        onRoot = onRoot.plus(loads[i], lever);
      } else {
        loads[joint.parent()] = loads[joint.parent()].plus(loads[i], lever);
      }
    }
    return floating(forces, onRoot);
  }

  private double[] floating(double[] forces, Load onRoot) {
    if (motion.baseDegrees() > 0) {
      Vec3 torque = motion.root().orientation().conjugate().rotate(onRoot.torque());
      System.arraycopy(onRoot.force().toArray(), 0, forces, 0, 3);
      System.arraycopy(torque.toArray(), 0, forces, 3, 3);
    }
    return forces;
  }

  // m a of the centre of mass; I w' + w x I w, moved to the origin
  private Load load(int body) {
    Inertia inertia = kinematics.body(body).inertia();
    Quaternion turn = kinematics.pose(body).orientation();
    Moving moving = of(body);
    Vec3 centre = turn.rotate(inertia.centre());
    Vec3 force = moving.at(centre).times(inertia.mass());
    Vec3 spin = turn.conjugate().rotate(moving.spin);
    Vec3 rate = turn.conjugate().rotate(moving.spinRate);
    Vec3 torque = turn.rotate(inertia.times(rate).plus(spin.cross(inertia.times(spin))));
    return new Load(force, torque.plus(centre.cross(force)));
  }
}
