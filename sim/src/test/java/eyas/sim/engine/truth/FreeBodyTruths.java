package eyas.sim.engine.truth;

import static eyas.sim.engine.truth.Scenes.ball;
import static eyas.sim.engine.truth.Scenes.box;
import static eyas.sim.engine.truth.Scenes.weightless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Falling, spinning and colliding bodies. */
public interface FreeBodyTruths extends Truth {
  /** Error of the place after 1 s of free fall [m]. */
  default double fallTolerance() {
    return 5e-5;
  }

  /** Relative error of angular momentum and energy after 2 s of free spin. */
  default double spinTolerance() {
    return 1e-4;
  }

  /** Relative error of the rate of precession. */
  default double precessionTolerance() {
    return 1e-4;
  }

  /** Falls along a parabola: x = v t, z = v t - g t²/2. */
  @Test
  default void fallsFreely() {
    Scene scene = Scenes.of(box("box", 2, 0.1, 0.2, 0.3, 0.5, Pose.at(0, 0, 10)));
    try (SceneRun run = run(scene)) {
      run.moving(0, 1, -2, 3).run(1);
      double[] expected = {1, -2, 13 - GRAVITY / 2};
      assertThat(run.position(0).toArray()).containsExactly(expected, within(fallTolerance()));
      double[] speeds = {1, -2, 3 - GRAVITY};
      assertThat(run.velocity(0).toArray()).containsExactly(speeds, within(1e-4));
    }
  }

  /** The centre of mass falls, the origin of the body's frame turns about it. */
  @Test
  default void fallsAboutItsCentreOfMass() {
    Vec3 centre = new Vec3(0.1, 0, 0);
    SceneBody body =
        new SceneBody(
            "body", Inertia.diagonal(1, centre, 0.01, 0.01, 0.01), List.of(), Pose.at(0, 0, 5));
    try (SceneRun run = run(Scenes.of(body))) {
      // the origin moves as a point of a body whose centre of mass rests
      run.moving(0, 0, -3 * 0.1, 0).turning(0, 0, 0, 3).run(1);
      double[] expected = {0.1 - 0.1 * Math.cos(3), -0.1 * Math.sin(3), 5 - GRAVITY / 2};
      assertThat(run.position(0).toArray()).containsExactly(expected, within(fallTolerance()));
    }
  }

  /** Without torque angular momentum and energy stay, also about the unstable middle axis. */
  @Test
  default void spinsWithoutTorque() {
    SceneBody body =
        new SceneBody(
            "body",
            Inertia.diagonal(1, Vec3.ZERO, 0.005, 0.01, 0.02),
            List.of(),
            new Pose(Vec3.ZERO, new Quaternion(0.5, 0.5, -0.5, 0.5)));
    try (SceneRun run = run(weightless(Scenes.of(body)))) {
      run.turning(0, 3, 15, 1);
      Vec3 momentum = momentum(run, body);
      double energy = spinEnergy(run, body);
      run.run(2);
      double size = momentum.norm() * spinTolerance();
      assertThat(momentum(run, body).toArray()).containsExactly(momentum.toArray(), within(size));
      assertThat(spinEnergy(run, body)).isCloseTo(energy, within(energy * spinTolerance()));
    }
  }

  private static Vec3 momentum(SceneRun run, SceneBody body) {
    return run.orientation(0).rotate(body.inertia().times(run.rates(0)));
  }

  private static double spinEnergy(SceneRun run, SceneBody body) {
    return run.rates(0).dot(body.inertia().times(run.rates(0))) / 2;
  }

  /** How far the arm of a gyroscope may sink or rise in 0.2 s [rad]. */
  default double nutationTolerance() {
    return 1e-5;
  }

  /** A fast wheel at the end of a level arm circles with m g l / (I w). */
  @Test
  default void precessesAsAGyroscope() {
    double mass = 0.5;
    double arm = 0.1;
    double moment = 4e-4;
    double spin = 200;
    Inertia disc = Inertia.diagonal(mass, new Vec3(arm, 0, 0), moment, moment / 2, moment / 2);
    // two light gimbal rings: they must have a mass in JBullet
    Inertia ring = Inertia.diagonal(1e-3, Vec3.ZERO, 1e-6, 1e-6, 1e-6);
    var links =
        List.of(
            Scenes.base(),
            new Link("yaw", ring, List.of()),
            new Link("pitch", ring, List.of()),
            new Link("disc", disc, List.of()));
    var joints =
        List.of(
            Scenes.joint("yaw", JointType.CONTINUOUS, 0, Pose.IDENTITY, new Vec3(0, 0, 1)),
            Scenes.joint("pitch", JointType.CONTINUOUS, 1, Pose.IDENTITY, new Vec3(0, 1, 0)),
            Scenes.joint("spin", JointType.CONTINUOUS, 2, Pose.IDENTITY, new Vec3(1, 0, 0)));
    double rate = mass * GRAVITY * arm / (moment * spin);
    try (SceneRun run = run(Scenes.of(Scenes.robot(Base.FIXED, Pose.IDENTITY, links, joints)))) {
      run.joints(0, 0, 0, rate, 0, spin).run(0.2);
      assertThat(run.joint(0)).isCloseTo(0.2 * rate, within(0.2 * rate * precessionTolerance()));
      assertThat(run.joint(1)).isCloseTo(0, within(nutationTolerance()));
    }
  }

  /** Two balls meet off centre: momentum stays, and they do not come out faster. */
  @Test
  default void keepsMomentumInCollisions() {
    List<SceneBody> balls =
        List.of(
            ball("light", 0.3, 0.05, 0.4, Pose.at(-0.3, 0, 1)),
            ball("heavy", 0.9, 0.08, 0.4, Pose.at(0.2, 0.06, 1)));
    try (SceneRun run = run(weightless(Scenes.of(List.of(), balls)))) {
      run.moving(0, 2, 0, 0).turning(0, 0, 0, 5);
      Vec3 linear = linear(run, balls);
      Vec3 angular = angular(run, balls);
      run.run(0.6);
      assertThat(run.velocity(1).norm()).as("speed of the ball that was hit").isGreaterThan(0.4);
      assertThat(linear(run, balls).toArray())
          .containsExactly(linear.toArray(), within(1e-5 * linear.norm()));
      assertThat(angular(run, balls).toArray())
          .containsExactly(angular.toArray(), within(1.1e-3 * linear.norm()));
      assertThat(energy(run, balls)).isLessThan(0.3 * 2 * 2 / 2 + 0.5 * 3e-4 * 25);
    }
  }

  private static Vec3 linear(SceneRun run, List<SceneBody> bodies) {
    Vec3 sum = Vec3.ZERO;
    for (int b = 0; b < bodies.size(); b++) {
      sum = sum.plus(run.velocity(b).times(bodies.get(b).inertia().mass()));
    }
    return sum;
  }

  // about the place of the heavier ball at the start
  private static Vec3 angular(SceneRun run, List<SceneBody> bodies) {
    Vec3 sum = Vec3.ZERO;
    for (int b = 0; b < bodies.size(); b++) {
      Inertia inertia = bodies.get(b).inertia();
      Vec3 lever = run.position(b).minus(bodies.get(1).start().position());
      Vec3 spin = run.orientation(b).rotate(inertia.times(run.rates(b)));
      sum = sum.plus(lever.cross(run.velocity(b).times(inertia.mass()))).plus(spin);
    }
    return sum;
  }

  private static double energy(SceneRun run, List<SceneBody> bodies) {
    double sum = 0;
    for (int b = 0; b < bodies.size(); b++) {
      Inertia inertia = bodies.get(b).inertia();
      Vec3 v = run.velocity(b);
      sum += inertia.mass() * v.dot(v) / 2 + run.rates(b).dot(inertia.times(run.rates(b))) / 2;
    }
    return sum;
  }

  /** A head-on hit without bounce: both go on with the speed of the common centre of mass. */
  @Test
  default void sticksTogetherWithoutBounce() {
    List<SceneBody> balls =
        List.of(
            ball("light", 0.3, 0.05, 0.4, Pose.at(-0.3, 0, 1)),
            ball("heavy", 0.9, 0.08, 0.4, Pose.at(0.2, 0, 1)));
    try (SceneRun run = run(weightless(Scenes.of(List.of(), balls)))) {
      run.moving(0, 2, 0, 0).run(0.6);
      assertThat(run.velocity(0).x()).isCloseTo(0.5, within(1e-5));
      assertThat(run.velocity(1).x()).isCloseTo(0.5, within(1e-5));
    }
  }

  /** Two environments with other masses and friction of the same body do not meet. */
  @Test
  default void environmentsAreApart() {
    Scene scene = Scenes.of(ball("ball", 1, 0.1, 0.5, Pose.at(0, 0, 3)));
    try (SceneRun run = run(scene, 5)) {
      for (int e = 0; e < 5; e++) {
        run.set(e, run.layout().bodyRow(0) + SceneLayout.POSITION, 0, 0, 3 + e);
      }
      run.run(0.5);
      for (int e = 0; e < 5; e++) {
        double[] expected = {0, 0, 3 + e - GRAVITY / 8};
        assertThat(run.position(e, 0).toArray()).containsExactly(expected, within(fallTolerance()));
      }
    }
  }
}
