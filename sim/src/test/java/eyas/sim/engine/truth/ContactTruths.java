package eyas.sim.engine.truth;

import static eyas.sim.engine.truth.Scenes.ball;
import static eyas.sim.engine.truth.Scenes.box;
import static eyas.sim.engine.truth.Scenes.ground;
import static eyas.sim.engine.truth.Scenes.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resting, sliding and rolling. */
public interface ContactTruths extends Truth {
  /** Rise of a slope over its length. */
  double INCLINE = 0.5;

  /** Depth that a resting contact may have [m]. */
  default double depthTolerance() {
    return 5e-4;
  }

  /** How far a box that friction holds on a slope may creep in 1 s [m]. */
  default double creepTolerance() {
    return 4e-4;
  }

  /** Relative error of the way of a box that slides down a slope. */
  default double inclineTolerance() {
    return 0.013;
  }

  /** Relative error of the way of a box that slides to rest. */
  default double slideTolerance() {
    return 1.5e-3;
  }

  /** Relative error of the speed of what rolls. */
  default double rollTolerance() {
    return 1.3e-3;
  }

  /** How far a box of a stack may sink while the stack settles [m]. */
  default double stackDepthTolerance() {
    return 7e-3;
  }

  /** How far a box of a stack may move in the 9 s after the first [m]. */
  default double stackCreepTolerance() {
    return 4e-4;
  }

  /** How far the axes of a box of a stack may lean over after 10 s [rad]. */
  default double stackTiltTolerance() {
    return 4e-4;
  }

  /** Relative error of the way of a box that slides and spins to rest. */
  default double turningWayTolerance() {
    return 3e-3;
  }

  /** Relative error of the turn of a box that slides and spins to rest. */
  default double turningAngleTolerance() {
    return 0.022;
  }

  /**
   * On a slope of atan 1/2 a box whose friction angle is one degree more stays; one whose friction
   * angle is one degree less slides with g (sin - mu cos).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 45, 90, 200})
  default void blockHoldsOrSlidesOnAnIncline(double heading) {
    double angle = Math.atan(INCLINE);
    double[] friction = {Math.tan(angle + Math.toRadians(1)), Math.tan(angle - Math.toRadians(1))};
    try (SceneRun run = run(incline(heading, angle, INCLINE), 2)) {
      for (int e = 0; e < 2; e++) {
        // the coefficient is the root of the product of the two
        double factor = Math.pow(friction[e] / INCLINE, 2);
        run.parameter(e, run.layout().solidParameters(0) + SceneLayout.FRICTION_FACTOR, factor);
      }
      Vec3 settled = run.run(0.1).position(0, 0);
      run.run(0.9);
      Vec3 slid = run.position(1, 0).minus(start(heading, angle));
      double way = GRAVITY * (Math.sin(angle) - friction[1] * Math.cos(angle)) / 2;
      assertThat(slid.norm()).as("way in 1 s").isCloseTo(way, within(inclineTolerance() * way));
      Vec3 crept = run.run(0.1).position(0, 0).minus(settled);
      assertThat(crept.norm()).as("creep in 1 s").isLessThan(creepTolerance());
    }
  }

  // a flat box on a plane that falls towards a heading [degrees]; its own axes point elsewhere
  private static Scene incline(double heading, double angle, double friction) {
    Vec3 axis = new Vec3(-Math.sin(Math.toRadians(heading)), Math.cos(Math.toRadians(heading)), 0);
    Quaternion tilt = Quaternion.about(axis, angle);
    Quaternion turned = tilt.times(Quaternion.about(new Vec3(0, 0, 1), 0.3));
    Pose pose = new Pose(start(heading, angle), turned);
    // the coefficient is the root of the product of the two
    return Scenes.of(
        box("block", 0.5, 0.1, 0.08, 0.02, friction / 2, pose), slope(axis, angle, friction * 2));
  }

  private static Vec3 start(double heading, double angle) {
    Vec3 axis = new Vec3(-Math.sin(Math.toRadians(heading)), Math.cos(Math.toRadians(heading)), 0);
    return Quaternion.about(axis, angle).rotate(new Vec3(0, 0, 0.02));
  }

  /** A box slides v² / (2 mu g), whatever its mass and direction; its friction factor counts. */
  @Test
  default void slidesToRest() {
    SceneBody block = box("block", 0.4, 0.1, 0.08, 0.01, 0.3, Pose.at(0, 0, 0.01));
    double speed = 1.5;
    try (SceneRun run = run(Scenes.of(block, ground(0.3)), 6)) {
      for (int e = 0; e < 6; e++) {
        run.set(
            e,
            run.layout().bodyRow(0) + SceneLayout.VELOCITY,
            speed * Math.cos(e),
            speed * Math.sin(e),
            0);
        run.parameter(e, SceneLayout.MASS_FACTOR, 0.5 + e);
        run.parameter(e, SceneLayout.FRICTION_FACTOR, e == 5 ? 4 : 1);
      }
      run.run(1);
      for (int e = 0; e < 6; e++) {
        Vec3 place = run.position(e, 0);
        double way = speed * speed / (2 * (e == 5 ? 0.6 : 0.3) * GRAVITY);
        assertThat(Math.hypot(place.x(), place.y()))
            .as("environment " + e)
            .isCloseTo(way, within(way * slideTolerance()));
        assertThat(Math.atan2(place.y(), place.x()))
            .as("direction of environment " + e)
            .isCloseTo(Math.IEEEremainder(e, 2 * Math.PI), within(1.5e-4));
      }
    }
  }

  /** A cube that slides and spins ends where its four corners' friction brings it. */
  @Test
  default void slidesAndSpinsToRest() {
    double half = 0.075;
    SceneBody cube = box("cube", 0.4, half, half, half, 0.4, Pose.at(0, 0, half));
    SlidingCube truth = new SlidingCube(half, 0.4, 0.8, 8);
    truth.run(0.5);
    try (SceneRun run = run(Scenes.of(cube, ground(0.4)))) {
      run.moving(0, 0.8, 0, 0).turning(0, 0, 0, 8).run(0.5);
      double size = Math.hypot(truth.x(), truth.y()) * turningWayTolerance();
      assertThat(run.position(0).x()).isCloseTo(truth.x(), within(size));
      assertThat(run.position(0).y()).isCloseTo(truth.y(), within(size));
      double yaw = 2 * Math.atan2(run.orientation(0).z(), run.orientation(0).w());
      assertThat(yaw).isCloseTo(truth.yaw(), within(truth.yaw() * turningAngleTolerance()));
    }
  }

  /** A sliding ball rolls in the end with 5/7 of its speed. */
  @Test
  default void ballRollsWithFiveSevenths() {
    try (SceneRun run =
        run(Scenes.of(ball("ball", 0.5, 0.1, 0.4, Pose.at(0, 0, 0.1)), ground(0.4)))) {
      run.moving(0, 1, 0, 0).run(1);
      double speed = 5.0 / 7;
      assertThat(run.velocity(0).x()).isCloseTo(speed, within(speed * rollTolerance()));
      assertThat(rates(run).y()).isCloseTo(speed / 0.1, within(10 * speed * rollTolerance()));
    }
  }

  private static Vec3 rates(SceneRun run) {
    return run.orientation(0).rotate(run.rates(0));
  }

  /** What rolls down a slope of 10 degrees: a = g sin / (1 + I / m r²). */
  @ParameterizedTest
  @ValueSource(strings = {"ball", "cylinder", "capsule"})
  default void rollsDownASlope(String name) {
    double angle = Math.toRadians(10);
    double radius = 0.1;
    double ratio = name.equals("ball") ? 0.4 : 0.5;
    Vec3 side = new Vec3(0, 1, 0);
    Quaternion tilt = Quaternion.about(side, angle);
    // cylinders and capsules lie along z in their frame: across the slope here
    Quaternion across = tilt.times(Quaternion.about(new Vec3(1, 0, 0), Math.PI / 2));
    double moment = ratio * radius * radius;
    SceneBody body =
        new SceneBody(
            name,
            Inertia.diagonal(1, Vec3.ZERO, moment, moment, moment),
            List.of(Scenes.shape(round(name, radius), 0.8)),
            new Pose(tilt.rotate(new Vec3(0, 0, radius)), across));
    try (SceneRun run = run(Scenes.of(body, slope(side, angle, 0.8)))) {
      run.run(1);
      double speed = GRAVITY * Math.sin(angle) / (1 + ratio);
      assertThat(run.velocity(0).norm()).isCloseTo(speed, within(speed * rollTolerance()));
    }
  }

  private static Shape round(String name, double radius) {
    return switch (name) {
      case "ball" -> new Shape.Sphere(radius);
      case "cylinder" -> new Shape.Cylinder(radius, 0.1);
      default -> new Shape.Capsule(radius, 0.1);
    };
  }

  /** Five boxes on each other stand for 10 s. */
  @Test
  default void stackStands() {
    List<SceneBody> boxes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Pose pose = Pose.at(0, 0, 0.05 + 0.1 * i);
      boxes.add(box("box " + i, 0.3, 0.05, 0.05, 0.05, 0.5, pose));
    }
    try (SceneRun run = run(Scenes.of(List.of(), boxes, ground(0.5)))) {
      run.run(1);
      List<Vec3> settled = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        settled.add(run.position(i));
        Vec3 sunk = settled.get(i).minus(boxes.get(i).start().position());
        assertThat(sunk.norm()).as("settling of box " + i).isLessThan(stackDepthTolerance());
      }
      run.run(9);
      for (int i = 0; i < 5; i++) {
        Vec3 crept = run.position(i).minus(settled.get(i));
        assertThat(crept.norm()).as("creep of box " + i).isLessThan(stackCreepTolerance());
        Vec3 up = run.orientation(i).rotate(new Vec3(0, 0, 1));
        assertThat(Math.hypot(up.x(), up.y()))
            .as("tilt of box " + i)
            .isLessThan(stackTiltTolerance());
      }
    }
  }

  /** Every shape comes to rest on the ground at its own height, times its size. */
  @Test
  default void everyShapeRests() {
    List<Shape> shapes =
        List.of(
            new Shape.Box(0.1, 0.1, 0.05),
            new Shape.Sphere(0.05),
            new Shape.Cylinder(0.1, 0.05),
            new Shape.Capsule(0.03, 0.02),
            new Shape.Convex(corners(0.1, 0.1, 0.05)));
    List<SceneBody> bodies = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      bodies.add(
          new SceneBody(
              "body " + i,
              Scenes.boxInertia(0.3, 0.1, 0.1, 0.05),
              List.of(Scenes.shape(shapes.get(i), 0.5)),
              Pose.at(0.5 * i, 0, 0.08)));
    }
    // the capsule stands on its end: keep it from falling over
    bodies.set(3, lying(bodies.get(3)));
    try (SceneRun run = run(Scenes.of(List.of(), bodies, ground(0.5)), 2)) {
      for (int b = 0; b < shapes.size(); b++) {
        run.parameter(1, run.layout().solidParameters(b) + SceneLayout.SIZE_FACTOR, 1.2);
      }
      run.run(2);
      double[] heights = {0.05, 0.05, 0.05, 0.03, 0.05};
      for (int b = 0; b < shapes.size(); b++) {
        for (int e = 0; e < 2; e++) {
          double height = heights[b] * (e == 0 ? 1 : 1.2);
          assertThat(run.position(e, b).z())
              .as(shapes.get(b) + " of environment " + e)
              .isCloseTo(height, within(depthTolerance()));
        }
      }
    }
  }

  private static SceneBody lying(SceneBody body) {
    Quaternion turn = Quaternion.about(new Vec3(1, 0, 0), Math.PI / 2);
    return new SceneBody(
        body.name(), body.inertia(), body.colliders(), new Pose(body.start().position(), turn));
  }

  /** What stands flat on a box that does not move slides as on a plane. */
  @ParameterizedTest
  @ValueSource(strings = {"box", "cylinder", "hull"})
  default void slidesOnAFixedBox(String name) {
    Collider table =
        new Collider("table", new Shape.Box(0.5, 0.5, 0.1), Pose.at(0.2, 0, -0.1), 0.3);
    SceneBody block =
        new SceneBody(
            name,
            Scenes.boxInertia(0.4, 0.08, 0.08, 0.02),
            List.of(Scenes.shape(flat(name), 0.3)),
            Pose.at(0, 0, 0.02));
    try (SceneRun run = run(Scenes.of(block, table))) {
      run.moving(0, 1.2, 0.5, 0).run(1);
      Vec3 place = run.position(0);
      double way = (1.2 * 1.2 + 0.5 * 0.5) / (2 * 0.3 * GRAVITY);
      assertThat(Math.hypot(place.x(), place.y())).isCloseTo(way, within(way * slideTolerance()));
      assertThat(place.z()).isCloseTo(0.02, within(depthTolerance()));
    }
  }

  private static Shape flat(String name) {
    return switch (name) {
      case "box" -> new Shape.Box(0.08, 0.08, 0.02);
      case "cylinder" -> new Shape.Cylinder(0.08, 0.02);
      default -> new Shape.Convex(corners(0.08, 0.08, 0.02));
    };
  }

  private static List<Vec3> corners(double x, double y, double z) {
    List<Vec3> corners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      corners.add(new Vec3((i & 1) == 0 ? x : -x, (i & 2) == 0 ? y : -y, (i & 4) == 0 ? z : -z));
    }
    return corners;
  }
}
