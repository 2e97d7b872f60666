package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.shapes.SphereShape;
import eyas.assets.robot.Collider;
import eyas.assets.robot.Joint;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A robot as JBullet bodies on joints. */
final class BulletRobot {
  private static final int PLANAR_JOINTS = 3;

  private final SceneLayout layout;
  private final SceneRobot robot;
  private final int index;
  private final KinematicTree tree;
  private final BulletWorld world;
  private final Parameters parameters;
  private final BulletBody root;
  private final List<BulletBody> bodies = new ArrayList<>();
  private final List<BulletJoint> joints = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private Optional<PlanarBase> planar = Optional.empty();

  /** Parameters of one environment by solid and joint of this robot. */
  record Parameters(List<SolidParameters> solids, List<JointScale> joints) {}

  private interface Command {
    void give(double value);
  }

  BulletRobot(SceneLayout layout, int index, Parameters parameters, BulletWorld world) {
    this.layout = layout;
    this.index = index;
    this.robot = layout.scene().robots().get(index);
    this.tree = layout.tree(index);
    this.parameters = parameters;
    this.world = world;
    this.root = root();
    for (int b = first(); b < tree.bodies().size(); b++) {
      bodies.add(moving(b, tree.bodies().get(b).body(), parameters.solids().get(b + 1)));
    }
    if (robot.base() == Base.PLANAR) {
      planar = Optional.of(new PlanarBase(robot.pose(), root, bodies.get(0), world));
    }
    for (int b = joint(0); b < tree.bodies().size(); b++) {
      Joint joint = tree.bodies().get(b).joint();
      joints.add(
          new BulletJoint(joint, parameters.joints().get(b), body(joint.parent()), body(b), world));
    }
    robot.actuators().forEach(this::drive);
  }

  // the first body of the tree that JBullet has: a planar base is one body there
  private int first() {
    return robot.base() == Base.PLANAR ? PLANAR_JOINTS - 1 : 0;
  }

  // index in the tree of the first joint that JBullet has
  private int joint(int offset) {
    return offset + (robot.base() == Base.PLANAR ? PLANAR_JOINTS : 0);
  }

  private BulletBody body(int body) {
    return body == KinematicTree.ROOT ? root : bodies.get(body - first());
  }

  private BulletBody root() {
    SolidParameters solid = parameters.solids().get(0);
    if (robot.base() == Base.FLOATING) {
      return moving(KinematicTree.ROOT, tree.root(), solid);
    }
    String name = robot.name() + "/" + tree.root().name();
    // JBullet's static bodies carry one collider each, the joints hang on a bare frame
    for (Collider collider : tree.root().colliders()) {
      Pose pose = robot.pose().times(BulletShapes.place(collider, solid));
      BulletBody part =
          BulletBody.fixed(
              BulletShapes.of(collider, solid),
              ContactRules.Tag.fixed(name, index, collider, pose));
      part.place(pose, Vec3.ZERO, Vec3.ZERO);
      world.addRigidBody(part.rigid());
    }
    BulletBody ground =
        BulletBody.fixed(new SphereShape(1e-3f), ContactRules.Tag.frame(name, index));
    if (robot.base() == Base.FIXED) {
      ground.place(robot.pose(), Vec3.ZERO, Vec3.ZERO);
    }
    return ground;
  }

  private BulletBody moving(int body, KinematicTree.Body solid, SolidParameters factors) {
    var tag =
        ContactRules.Tag.moving(
            robot.name() + "/" + solid.name(), index, body, !solid.colliders().isEmpty());
    BulletBody moving = BulletBody.moving(solid.inertia(), solid.colliders(), factors, tag);
    world.addRigidBody(moving.rigid());
    return moving;
  }

  private void drive(Actuator actuator) {
    if (actuator instanceof Actuator.DifferentialDrive wheels) {
      PlanarBase base =
          planar.orElseThrow(
              () ->
                  new EngineException(
                      "Robot `%s` has a differential drive; only a planar base can have one."
                          .formatted(robot.name())));
      base.driveBy(wheels, parameters.joints().toArray(new JointScale[0]));
      double[] pair = new double[2];
      for (int k = 0; k < 2; k++) {
        int at = k;
        commands.add(
            value -> {
              pair[at] = value;
              base.command(pair[0], pair[1]);
            });
      }
      return;
    }
    int at = tree.joint(name(actuator));
    if (at < joint(0)) {
      throw new EngineException(
          "JBullet drives the planar base of `%s` by a differential drive only, not by joint `%s`."
              .formatted(robot.name(), name(actuator)));
    }
    JointDrive drive =
        JointDrive.of(actuator, tree.bodies().get(at).joint(), parameters.joints().get(at));
    joints.get(at - joint(0)).add(drive);
    commands.add(drive::command);
  }

  private static String name(Actuator actuator) {
    if (actuator instanceof Actuator.Position drive) {
      return drive.joint();
    }
    return actuator instanceof Actuator.Velocity drive
        ? drive.joint()
        : ((Actuator.Torque) actuator).joint();
  }

  /** Returns the number of commands. */
  int commands() {
    return commands.size();
  }

  /** Gives a command in its physical unit. */
  void command(int command, double value) {
    commands.get(command).give(value);
  }

  /** Takes over base and joints. */
  void place(Rows state) {
    if (robot.base() == Base.FLOATING) {
      FreeRows.place(root, state, layout.baseRow(index));
    }
    int positions = layout.positionRow(index);
    int velocities = layout.velocityRow(index);
    planar.ifPresent(base -> base.place(state, positions, velocities));
    for (int j = 0; j < joints.size(); j++) {
      joints.get(j).place(state.get(positions + joint(j)), state.get(velocities + joint(j)));
    }
  }

  /** Sets what the joints do in the next step. */
  void prepare(double step) {
    planar.ifPresent(base -> base.prepare(step));
    joints.forEach(joint -> joint.prepare(step));
    bodies.forEach(body -> body.before(step));
    if (robot.base() == Base.FLOATING) {
      root.before(step);
    }
  }

  /** Reads the joints after a step. */
  void read() {
    bodies.forEach(BulletBody::after);
    if (robot.base() == Base.FLOATING) {
      root.after();
    }
    planar.ifPresent(PlanarBase::read);
    joints.forEach(BulletJoint::read);
  }

  /** Writes base and joints. */
  void write(Rows state) {
    if (robot.base() == Base.FLOATING) {
      FreeRows.write(root, state, layout.baseRow(index));
    }
    int positions = layout.positionRow(index);
    int velocities = layout.velocityRow(index);
    planar.ifPresent(base -> base.write(state, positions, velocities));
    for (int j = 0; j < joints.size(); j++) {
      state.set(positions + joint(j), joints.get(j).position());
      state.set(velocities + joint(j), joints.get(j).speed());
    }
  }
}
