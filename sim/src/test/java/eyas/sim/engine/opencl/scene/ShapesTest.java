package eyas.sim.engine.opencl.scene;

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

/** Shapes on each other. */
class ShapesTest {
  private static final double HALF = 0.075;

  /** Each of the flat shapes stands on each other one and stays there. */
  @Test
  void shapesStandOnEachOther() {
    Shape[] shapes = {
      new Shape.Box(HALF, HALF, HALF), new Shape.Cylinder(HALF, HALF), cube(), prism()
    };
    List<SceneBody> bodies = new ArrayList<>();
    for (Shape low : shapes) {
      for (Shape high : shapes) {
        double x = bodies.size();
        bodies.add(body(bodies.size(), low, Pose.at(x, 0, HALF)));
        bodies.add(body(bodies.size(), high, Pose.at(x, 0.013, 3 * HALF)));
      }
    }
    try (Trial trial = new Trial(scene(bodies), 1, 1)) {
      trial.reset();
      trial.run(20);
      for (int b = 0; b < bodies.size(); b++) {
        Vec3 moved = trial.pose(b, 0).position().minus(bodies.get(b).start().position());
        assertThat(moved.norm()).as("body %d", b).isLessThan(0.01);
        assertThat(trial.velocity(b, 0).norm()).as("body %d", b).isLessThan(0.05);
      }
    }
  }

  /** Round shapes lie in a trough of two boxes and on the floor at their radius. */
  @Test
  void roundShapesLieAtTheirRadius() {
    List<SceneBody> bodies = new ArrayList<>();
    Quaternion lying = Quaternion.about(new Vec3(1, 0, 0), Math.PI / 2);
    Shape[] shapes = {
      new Shape.Sphere(0.05), new Shape.Capsule(0.05, 0.06), new Shape.Cylinder(0.05, 0.06)
    };
    for (Shape shape : shapes) {
      double x = bodies.size();
      bodies.add(body(bodies.size(), shape, new Pose(new Vec3(x, 0, 0.06), lying)));
      bodies.add(body(bodies.size(), new Shape.Box(0.05, 0.1, 0.1), Pose.at(x + 0.11, 0, 0.1)));
      bodies.add(body(bodies.size(), new Shape.Box(0.05, 0.1, 0.1), Pose.at(x - 0.11, 0, 0.1)));
    }
    try (Trial trial = new Trial(scene(bodies), 1, 1)) {
      for (int i = 0; i < shapes.length; i++) {
        // it runs against one of the boxes and pushes it
        trial.set(trial.layout.bodyRow(3 * i) + SceneLayout.VELOCITY, 0, 0.5);
      }
      trial.reset();
      trial.run(30);
      for (int i = 0; i < shapes.length; i++) {
        Vec3 at = trial.pose(3 * i, 0).position();
        assertThat(at.z()).as("shape %d", i).isCloseTo(0.05, within(1e-3));
        double right = trial.pose(3 * i + 1, 0).position().x() - 0.1;
        double left = trial.pose(3 * i + 2, 0).position().x() + 0.1;
        assertThat(at.x()).isBetween(left - 1e-3, right + 1e-3);
        assertThat(right).as("pushed by shape %d", i).isGreaterThan(3.0 * i + 0.0101);
      }
    }
  }

  /** A cube as a hull is pushed as the box is that it is. */
  @Test
  void aHullIsPushedLikeTheBoxThatItIs() {
    Vec3 box = pushed(new Shape.Box(HALF, HALF, HALF));
    Vec3 hull = pushed(cube());
    assertThat(hull.minus(box).norm()).isLessThan(0.01);
    assertThat(box.x()).isGreaterThan(0.8);
  }

  private static Vec3 pushed(Shape shape) {
    Scene alone = scene(List.of(body(0, shape, Pose.at(0.3, 0.03, HALF))));
    Scene scene =
        new Scene(
            "push", 9.81, 1.0 / 60, 6, List.of(Egopush.robot()), alone.bodies(), alone.fixtures());
    try (Trial trial = new Trial(scene, 1, 1)) {
      trial.command(0, 0, 0.3);
      trial.command(1, 0, 0.2);
      trial.reset();
      return trial.run(30).pose(0, 0).position();
    }
  }

  private static Scene scene(List<SceneBody> bodies) {
    return new Scene("shapes", 9.81, 1.0 / 60, 6, List.of(), bodies, List.of(Egopush.floor(0.5)));
  }

  private static SceneBody body(int i, Shape shape, Pose start) {
    return new SceneBody(
        "body" + i,
        Inertia.diagonal(0.4, Vec3.ZERO, 0.0015, 0.0015, 0.0015),
        List.of(new Collider("shape" + i, shape, Pose.IDENTITY, 0.5)),
        start);
  }

  private static Shape cube() {
    List<Vec3> corners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      corners.add(new Vec3(sign(i & 1), sign(i & 2), sign(i & 4)).times(HALF));
    }
    return new Shape.Convex(corners);
  }

  private static double sign(int bit) {
    return bit == 0 ? -1 : 1;
  }

  private static Shape prism() {
    double height = HALF * Math.sqrt(3);
    List<Vec3> corners = new ArrayList<>();
    for (double z : new double[] {-HALF, HALF}) {
      corners.add(new Vec3(-HALF, -height / 3, z));
      corners.add(new Vec3(HALF, -height / 3, z));
      corners.add(new Vec3(0, 2 * height / 3, z));
    }
    return new Shape.Convex(corners);
  }
}
