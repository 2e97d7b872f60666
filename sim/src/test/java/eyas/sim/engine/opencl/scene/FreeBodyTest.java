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
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Free bodies against the formulas of mechanics. */
class FreeBodyTest {
  private static final double G = 9.81;
  private static final double STEP = 1.0 / 60;
  private static final int STEPS = 6;
  private static final double HALF = 0.075;

  @Test
  void aSpinningBodyFallsAndKeepsEnergyAndMomentum() {
    Inertia inertia = Inertia.diagonal(1, new Vec3(0.02, 0, 0.01), 0.01, 0.02, 0.03);
    SceneBody body = new SceneBody("top", inertia, List.of(), Pose.IDENTITY);
    try (Trial trial = new Trial(scene(List.of(body), List.of()), 1, 4)) {
      Vec3 spin = new Vec3(0.5, 6, 0.5);
      for (int i = 0; i < 3; i++) {
        trial.set(SceneLayout.ANGULAR_VELOCITY + i, 0, spin.toArray()[i]);
      }
      Vec3 start = inertia.centre();
      Vec3 velocity = spin.cross(start);
      trial.reset();
      trial.run(100);
      double t = 100 * STEPS * STEP;
      // the centre of mass flies along its parabola while the body tumbles about its middle axis
      Vec3 expected = start.plus(velocity.times(t)).plus(new Vec3(0, 0, -G * t * t / 2));
      Vec3 centre = trial.pose(0, 0).apply(inertia.centre());
      assertThat(centre.minus(expected).norm()).isLessThan(0.01);
      Vec3 now = trial.spin(0, 0);
      Vec3 momentum = trial.pose(0, 0).orientation().rotate(inertia.times(now));
      assertThat(momentum.minus(inertia.times(spin)).norm()).isLessThan(1e-3 * 0.12);
      assertThat(now.dot(inertia.times(now)))
          .isCloseTo(spin.dot(inertia.times(spin)), within(1e-3 * 0.73));
    }
  }

  @Test
  void aSlidingBoxStopsAfterItsWay() {
    SceneBody box = box(0, 0.5);
    Scene scene = scene(List.of(box), List.of(Egopush.floor(0.32)));
    try (Trial trial = new Trial(scene, 16, 16)) {
      for (int e = 0; e < 16; e++) {
        trial.set(SceneLayout.VELOCITY, e, 1 + 0.1 * e);
        trial.set(SceneLayout.VELOCITY + 1, e, 0.3 * (e % 4));
        trial.place(
            0, e, new Pose(new Vec3(0, 0, HALF), Quaternion.about(new Vec3(0, 0, 1), 0.1 * e)));
      }
      trial.reset();
      trial.run(30);
      for (int e = 0; e < 16; e++) {
        double v2 = Math.pow(1 + 0.1 * e, 2) + Math.pow(0.3 * (e % 4), 2);
        double way = v2 / (2 * 0.4 * G);
        double gone = Math.hypot(trial.get(0, e), trial.get(1, e));
        assertThat(gone).as("environment %d", e).isCloseTo(way, within(0.005 * way));
      }
    }
  }

  @Test
  void aBoxSlidesOnASlopeThatIsSteeperThanItsFriction() {
    double slope = Math.toRadians(20);
    Quaternion tilt = Quaternion.about(new Vec3(0, 1, 0), slope);
    Collider plane = new Collider("slope", new Shape.Plane(), new Pose(Vec3.ZERO, tilt), 1);
    SceneBody box = box(0, 1);
    Vec3 start = tilt.rotate(new Vec3(0, 0, HALF));
    try (Trial trial = new Trial(scene(List.of(box), List.of(plane)), 16, 16)) {
      double[] angles = new double[16];
      for (int e = 0; e < 16; e++) {
        angles[e] = Math.toRadians(18.125 + 0.25 * e);
        trial.place(0, e, new Pose(start, tilt));
        // the root of the product counts
        trial.parameter(SceneLayout.FRICTION_FACTOR, e, Math.pow(Math.tan(angles[e]), 2));
      }
      trial.reset();
      trial.run(20);
      for (int e = 0; e < 16; e++) {
        double pull = G * (Math.sin(slope) - Math.tan(angles[e]) * Math.cos(slope));
        double way = Math.max(0, pull * 2 * 2 / 2);
        assertThat(trial.pose(0, e).position().minus(start).norm())
            .as("friction angle %.3f°", Math.toDegrees(angles[e]))
            .isCloseTo(way, within(0.008));
      }
    }
  }

  @Test
  void aStackOfFiveStands() {
    List<SceneBody> boxes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      boxes.add(box(i, 0.5));
    }
    try (Trial trial = new Trial(scene(boxes, List.of(Egopush.floor(0.5))), 1, 1)) {
      trial.reset();
      trial.run(100);
      for (int i = 0; i < 5; i++) {
        Vec3 moved = trial.pose(i, 0).position().minus(boxes.get(i).start().position());
        assertThat(moved.norm()).as("box %d", i).isLessThan(0.015);
        assertThat(trial.velocity(i, 0).norm()).as("box %d", i).isLessThan(0.01);
      }
    }
  }

  @Test
  void aBallThatSlidesComesToRoll() {
    double m = 0.5;
    double r = 0.1;
    double j = 0.4 * m * r * r;
    SceneBody ball =
        new SceneBody(
            "ball",
            Inertia.diagonal(m, Vec3.ZERO, j, j, j),
            List.of(new Collider("ball", new Shape.Sphere(r), Pose.IDENTITY, 0.5)),
            Pose.at(0, 0, r));
    try (Trial trial = new Trial(scene(List.of(ball), List.of(Egopush.floor(0.5))), 1, 1)) {
      trial.set(SceneLayout.VELOCITY, 0, 2);
      trial.reset();
      trial.run(50);
      // friction takes 2/7 of the speed, and rolling none
      assertThat(trial.velocity(0, 0).x()).isCloseTo(2 * 5.0 / 7, within(0.005));
      assertThat(trial.spin(0, 0).norm() * r).isCloseTo(2 * 5.0 / 7, within(0.005));
    }
  }

  @Test
  void collisionsKeepMomentumAndMakeNoEnergy() {
    Random random = new Random(3);
    List<SceneBody> bodies = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double m = 0.2 + random.nextDouble();
      Vec3 at = RandomScenes.vector(random, 0.3);
      double j = 0.004 * m;
      bodies.add(
          i < 3
              ? new SceneBody(
                  "ball" + i,
                  Inertia.diagonal(m, Vec3.ZERO, j, j, j),
                  List.of(new Collider("ball" + i, new Shape.Sphere(0.1), Pose.IDENTITY, 0.5)),
                  new Pose(at, Quaternion.IDENTITY))
              : Egopush.box(
                  "box" + i,
                  m,
                  0.1,
                  0.07,
                  0.05,
                  0.5,
                  new Pose(at.plus(new Vec3(0.6, 0, 0)), RandomScenes.orientation(random))));
    }
    Scene scene = new Scene("collisions", 0, 0.005, 10, List.of(), bodies, List.of());
    try (Trial trial = new Trial(scene, 1, 4)) {
      for (int i = 0; i < 6; i++) {
        Vec3 v = bodies.get(i).start().position().minus(new Vec3(0.3, 0, 0)).times(-2);
        for (int k = 0; k < 3; k++) {
          trial.set(trial.layout.bodyRow(i) + SceneLayout.VELOCITY + k, 0, v.toArray()[k]);
        }
      }
      trial.reset();
      double[] before = sums(trial, bodies);
      trial.run(20);
      double[] after = sums(trial, bodies);
      for (int k = 0; k < 6; k++) {
        assertThat(after[k]).as("seed 3, sum %d", k).isCloseTo(before[k], within(2e-3));
      }
      assertThat(after[6]).as("energy").isLessThan(0.5 * before[6]);
    }
  }

  // momentum (3), angular momentum (3), energy
  private static double[] sums(Trial trial, List<SceneBody> bodies) {
    Vec3 momentum = Vec3.ZERO;
    Vec3 angular = Vec3.ZERO;
    double energy = 0;
    for (int i = 0; i < bodies.size(); i++) {
      Inertia inertia = bodies.get(i).inertia();
      Vec3 w = trial.spin(i, 0);
      Vec3 p = trial.velocity(i, 0).times(inertia.mass());
      momentum = momentum.plus(p);
      angular =
          angular
              .plus(trial.pose(i, 0).orientation().rotate(inertia.times(w)))
              .plus(trial.pose(i, 0).position().cross(p));
      energy += p.dot(p) / inertia.mass() / 2 + w.dot(inertia.times(w)) / 2;
    }
    double[] p = momentum.toArray();
    double[] l = angular.toArray();
    return new double[] {p[0], p[1], p[2], l[0], l[1], l[2], energy};
  }

  private static SceneBody box(int i, double friction) {
    return Egopush.box(
        "box" + i, 0.4, HALF, HALF, HALF, friction, Pose.at(0, 0, HALF + 2 * HALF * i));
  }

  private static Scene scene(List<SceneBody> bodies, List<Collider> fixtures) {
    return new Scene("truth", G, STEP, STEPS, List.of(), bodies, fixtures);
  }
}
