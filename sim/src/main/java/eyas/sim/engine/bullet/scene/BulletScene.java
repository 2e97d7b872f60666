package eyas.sim.engine.bullet.scene;

import eyas.assets.robot.Collider;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;

/** One environment's scene as a JBullet world, built for its parameters. */
final class BulletScene {
  private final SceneLayout layout;
  private final double step;
  private final int steps;
  private final double delay;
  private final BulletWorld world;
  private final List<BulletRobot> robots = new ArrayList<>();
  private final List<BulletBody> bodies = new ArrayList<>();
  private final double[] last;

  BulletScene(
      SceneLayout layout,
      ContactRules rules,
      Rows parameters,
      BulletWorld.Collisions collisions,
      Precision precision) {
    Scene scene = layout.scene();
    this.layout = layout;
    this.steps = precision.steps(scene);
    this.step = scene.controlPeriod() / steps;
    this.delay = parameters.get(layout.delayRow());
    this.last = new double[layout.commands()];
    int proxies = 2 + layout.solids().size() + colliders(layout);
    this.world =
        BulletWorld.of(collisions, rules, proxies, scene.gravity(), precision.iterations());
    scene.fixtures().forEach(this::fix);
    for (int r = 0; r < scene.robots().size(); r++) {
      robots.add(new BulletRobot(layout, r, parameters(r, parameters), world));
    }
    for (int s = 0; s < layout.solids().size(); s++) {
      if (layout.solids().get(s).robot() == ContactRules.NO_ROBOT) {
        free(layout.solids().get(s), SolidParameters.of(layout, s, parameters));
      }
    }
  }

  // static bodies carry one collider each
  private static int colliders(SceneLayout layout) {
    int count = layout.scene().fixtures().size();
    for (int r = 0; r < layout.scene().robots().size(); r++) {
      count += layout.tree(r).root().colliders().size();
    }
    return count;
  }

  private BulletRobot.Parameters parameters(int robot, Rows rows) {
    List<SolidParameters> solids = new ArrayList<>();
    for (int s = 0; s < layout.solids().size(); s++) {
      if (layout.solids().get(s).robot() == robot) {
        solids.add(SolidParameters.of(layout, s, rows));
      }
    }
    List<JointScale> joints = new ArrayList<>();
    for (int j = 0; j < layout.tree(robot).bodies().size(); j++) {
      joints.add(JointScale.of(layout, robot, j, rows));
    }
    return new BulletRobot.Parameters(solids, joints);
  }

  private void fix(Collider collider) {
    var tag =
        ContactRules.Tag.fixed(collider.name(), ContactRules.NO_ROBOT, collider, collider.pose());
    BulletBody body = BulletBody.fixed(BulletShapes.of(collider, SolidParameters.neutral()), tag);
    body.place(collider.pose(), Vec3.ZERO, Vec3.ZERO);
    world.addRigidBody(body.rigid());
  }

  private void free(SceneLayout.Solid solid, SolidParameters parameters) {
    SceneBody body = layout.scene().bodies().get(solid.body());
    var tag =
        ContactRules.Tag.moving(
            solid.name(), ContactRules.NO_ROBOT, 0, !body.colliders().isEmpty());
    BulletBody moving = BulletBody.moving(body.inertia(), body.colliders(), parameters, tag);
    world.addRigidBody(moving.rigid());
    bodies.add(moving);
  }

  /** Takes over the state of one environment. */
  void place(Rows state) {
    robots.forEach(robot -> robot.place(state));
    for (int b = 0; b < bodies.size(); b++) {
      FreeRows.place(bodies.get(b), state, layout.bodyRow(b));
    }
    for (int c = 0; c < last.length; c++) {
      last[c] = state.get(layout.commandRow() + c);
    }
  }

  /** Advances by one control period. */
  void step(Rows commands) {
    for (int s = 0; s < steps; s++) {
      // the part of this step in which the new commands have arrived
      double arrived = Math.max(0, Math.min(1, s + 1 - delay * steps));
      command(commands, arrived);
      robots.forEach(robot -> robot.prepare(step));
      bodies.forEach(body -> body.before(step));
      world.advance(step);
      robots.forEach(BulletRobot::read);
      bodies.forEach(BulletBody::after);
    }
    for (int c = 0; c < last.length; c++) {
      last[c] = commands.get(c);
    }
  }

  private void command(Rows commands, double arrived) {
    int at = 0;
    for (BulletRobot robot : robots) {
      for (int c = 0; c < robot.commands(); c++, at++) {
        robot.command(c, last[at] + arrived * (commands.get(at) - last[at]));
      }
    }
  }

  /** Writes the rows of the scene. */
  void write(Rows state) {
    robots.forEach(robot -> robot.write(state));
    for (int b = 0; b < bodies.size(); b++) {
      FreeRows.write(bodies.get(b), state, layout.bodyRow(b));
    }
    for (int c = 0; c < last.length; c++) {
      state.set(layout.commandRow() + c, last[c]);
    }
  }
}
