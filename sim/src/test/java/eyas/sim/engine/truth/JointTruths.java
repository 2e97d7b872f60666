package eyas.sim.engine.truth;

import static eyas.sim.engine.truth.Scenes.pendulum;
import static eyas.sim.engine.truth.Scenes.rough;
import static eyas.sim.engine.truth.Scenes.shaft;
import static eyas.sim.engine.truth.Scenes.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.reference.TreeDynamics;
import eyas.sim.engine.reference.TreeMotion;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pendulums, limits, friction and drives of joints. */
public interface JointTruths extends Truth {
  /** Relative error of a pendulum's period. */
  default double periodTolerance() {
    return 1.2e-4;
  }

  /** Change of a double pendulum's energy in 5 s, over that of its greatest height. */
  default double energyTolerance() {
    return 4e-4;
  }

  /** Error of a double pendulum's joints after half a second [rad]. */
  default double referenceTolerance() {
    return 5e-5;
  }

  /** How far a joint may go past its limit [rad]. */
  default double limitTolerance() {
    return 2e-4;
  }

  /** Relative error of speeds and ways of wheels with constant torques. */
  default double wheelTolerance() {
    return 1e-4;
  }

  /** Relative error of the speed that viscous friction leaves: steps of 2 ms. */
  default double viscousTolerance() {
    return 4e-3;
  }

  /** A thin rod swings with 4 K(sin(a/2)) sqrt(2 L / 3 g), K by the arithmetic-geometric mean. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1, 2, 3})
  default void pendulumKeepsItsPeriod(double amplitude) {
    double length = 0.5;
    double a = 1;
    double b = Math.cos(amplitude / 2);
    for (int i = 0; i < 20; i++) {
      double mean = (a + b) / 2;
      b = Math.sqrt(a * b);
      a = mean;
    }
    double period = 2 * Math.PI * Math.sqrt(2 * length / (3 * GRAVITY)) / a;
    try (SceneRun run = run(Scenes.of(pendulum(1, length, 1)))) {
      run.joints(amplitude, 0);
      assertThat(period(run, 2)).isCloseTo(period, within(period * periodTolerance()));
    }
  }

  // time between zero crossings to the same side, over whole swings
  private static double period(SceneRun run, int swings) {
    double control = run.layout().scene().controlPeriod();
    double first = -1;
    int seen = 0;
    double before = run.joint(0);
    for (int k = 1; k < 2000; k++) {
      double now = run.run(control).joint(0);
      if (before < 0 && now >= 0) {
        double time = (k - now / (now - before)) * control;
        if (first < 0) {
          first = time;
        } else if (++seen == swings) {
          return (time - first) / swings;
        }
      }
      before = now;
    }
    return Double.NaN;
  }

  /** Two rods swing freely: the energy stays. */
  @Test
  default void doublePendulumKeepsItsEnergy() {
    Scene scene = Scenes.of(pendulum(2, 0.5, 1));
    try (SceneRun run = run(scene)) {
      run.joints(2, 1, 0, 0);
      double before = energy(run);
      double span = 2 * GRAVITY * (0.5 + 1.5);
      for (int second = 0; second < 5; second++) {
        assertThat(energy(run.run(1)))
            .as("after " + (second + 1) + " s")
            .isCloseTo(before, within(span * energyTolerance()));
      }
    }
  }

  private static double energy(SceneRun run) {
    TreeDynamics dynamics = new TreeDynamics(run.layout().tree(0), GRAVITY);
    TreeMotion motion = motion(run);
    return dynamics.kinetic(motion) + dynamics.potential(motion);
  }

  private static TreeMotion motion(SceneRun run) {
    int joints = run.layout().tree(0).bodies().size();
    double[] positions = new double[joints];
    double[] speeds = new double[joints];
    for (int j = 0; j < joints; j++) {
      positions[j] = run.joint(j);
      speeds[j] = run.speed(j);
    }
    return new TreeMotion(Pose.IDENTITY, positions, speeds);
  }

  /** For half a second a double pendulum is where the reference says. */
  @Test
  default void doublePendulumFollowsTheReference() {
    try (SceneRun run = run(Scenes.of(pendulum(2, 0.5, 1)))) {
      run.joints(1, -0.5, 0.5, 1);
      TreeMotion motion = motion(run);
      TreeDynamics dynamics = new TreeDynamics(run.layout().tree(0), GRAVITY);
      double step = 1e-4;
      for (int k = 0; k < 5000; k++) {
        motion = midpoint(dynamics, motion, step);
      }
      run.run(0.5);
      assertThat(run.joint(0)).isCloseTo(motion.position(0), within(referenceTolerance()));
      assertThat(run.joint(1)).isCloseTo(motion.position(1), within(referenceTolerance()));
    }
  }

  private static TreeMotion midpoint(TreeDynamics dynamics, TreeMotion motion, double step) {
    double[] none = new double[motion.degrees()];
    double[] v = motion.velocities();
    double[] half = plus(v, step / 2, dynamics.forward(motion, none));
    TreeMotion middle = motion.after(step / 2, v, half);
    double[] next = plus(v, step, dynamics.forward(middle, none));
    return motion.after(step, half, next);
  }

  private static double[] plus(double[] v, double time, double[] a) {
    double[] sum = v.clone();
    for (int i = 0; i < v.length; i++) {
      sum[i] += time * a[i];
    }
    return sum;
  }

  /** A rod falls onto its limit, stops there and stays. */
  @Test
  default void limitStopsAJoint() {
    SceneRobot free = pendulum(1, 0.5, 1);
    Joint hinge = Scenes.limited(free.model().joints().get(0), 0.4, 1.8);
    SceneRobot robot =
        Scenes.robot(Base.FIXED, Pose.IDENTITY, free.model().links(), List.of(hinge));
    try (SceneRun run = run(Scenes.of(robot))) {
      run.joints(1.5, 0);
      double least = 1.5;
      for (int k = 0; k < 100; k++) {
        least = Math.min(least, run.run(0.02).joint(0));
      }
      assertThat(least).as("deepest").isGreaterThan(0.4 - limitTolerance());
      assertThat(run.joint(0)).isCloseTo(0.4, within(limitTolerance()));
      assertThat(run.speed(0)).isCloseTo(0, within(1e-4));
    }
  }

  /** Dry friction stops a wheel after I w² / (2 f); then it holds against less than f. */
  @Test
  default void dryFrictionStopsAWheel() {
    double moment = 0.02;
    double friction = 0.1;
    SceneRobot robot =
        wheel(rough(shaft(), 0, friction, 0), moment, new Actuator.Torque("shaft", 1));
    try (SceneRun run = run(Scenes.of(robot))) {
      run.joints(0, 4).run(1);
      double way = moment * 16 / (2 * friction);
      assertThat(run.joint(0)).isCloseTo(way, within(way * wheelTolerance()));
      assertThat(run.speed(0)).isCloseTo(0, within(1e-5));
      double held = run.command(0, 0.9 * friction).run(1).joint(0);
      assertThat(held).as("held").isCloseTo(way, within(way * wheelTolerance()));
      run.command(0, 1.5 * friction).run(1);
      double speed = 0.5 * friction / moment;
      assertThat(run.speed(0)).isCloseTo(speed, within(speed * wheelTolerance()));
    }
  }

  /** Viscous friction slows a wheel by exp(-d t / I). */
  @Test
  default void viscousFrictionSlowsAWheel() {
    try (SceneRun run = run(Scenes.of(wheel(rough(shaft(), 0.04, 0, 0), 0.02)))) {
      run.joints(0, 10).run(0.5);
      double speed = 10 * Math.exp(-1);
      assertThat(run.speed(0)).isCloseTo(speed, within(speed * viscousTolerance()));
    }
  }

  /** The drive's own inertia adds to the wheel's; effort and mass factors count. */
  @Test
  default void torqueTurnsWheelAndArmature() {
    SceneRobot robot = wheel(rough(shaft(), 0, 0, 0.03), 0.02, new Actuator.Torque("shaft", 0.2));
    try (SceneRun run = run(Scenes.of(robot), 3)) {
      SceneLayout layout = run.layout();
      run.parameter(1, layout.solidParameters(1) + SceneLayout.MASS_FACTOR, 2);
      run.parameter(2, layout.jointParameters(0, 0) + SceneLayout.EFFORT_FACTOR, 0.5);
      // more than the effort: clamped
      run.command(0, 0.5).run(1);
      double[] speeds = {0.2 / 0.05, 0.2 / 0.07, 0.1 / 0.05};
      for (int e = 0; e < 3; e++) {
        assertThat(run.get(e, layout.velocityRow(0)))
            .as("environment " + e)
            .isCloseTo(speeds[e], within(speeds[e] * wheelTolerance()));
      }
    }
  }

  /** A motor pulls with its greatest torque until it has its speed, and keeps that. */
  @Test
  default void motorHoldsItsSpeed() {
    SceneRobot robot = wheel(shaft(), 0.02, new Actuator.Velocity("shaft", 0.1));
    try (SceneRun run = run(Scenes.of(robot))) {
      run.command(0, 3).run(0.4);
      assertThat(run.speed(0)).as("on the way").isCloseTo(2, within(2 * wheelTolerance()));
      assertThat(run.run(1).speed(0)).as("there").isCloseTo(3, within(1e-5));
    }
  }

  /** A position drive holds a level rod where its torque equals that of the weight. */
  @Test
  default void positionDriveSagsUnderTheWeight() {
    SceneRobot free = pendulum(1, 0.4, 1);
    double stiffness = 20;
    Actuator drive = new Actuator.Position("hinge 0", stiffness, 1, 100);
    SceneRobot robot =
        Scenes.robot(Base.FIXED, Pose.IDENTITY, free.model().links(), free.model().joints(), drive);
    double sag = 0.5;
    double wanted = sag + GRAVITY * 0.2 * Math.sin(sag) / stiffness;
    try (SceneRun run = run(Scenes.of(robot))) {
      run.command(0, wanted).run(3);
      assertThat(run.joint(0)).isCloseTo(sag, within(1e-5));
      assertThat(run.speed(0)).isCloseTo(0, within(1e-4));
    }
  }

  /** A drive too weak to lift the rod stops where its greatest effort balances the weight. */
  @Test
  default void effortLimitsADrive() {
    SceneRobot free = pendulum(1, 0.4, 1);
    Joint hinge = rough(free.model().joints().get(0), 0.3, 0, 0);
    Actuator drive = new Actuator.Position("hinge 0", 200, 1, 1);
    SceneRobot robot =
        Scenes.robot(Base.FIXED, Pose.IDENTITY, free.model().links(), List.of(hinge), drive);
    try (SceneRun run = run(Scenes.of(robot))) {
      run.command(0, 1.5).run(4);
      double angle = Math.asin(1 / (GRAVITY * 0.2));
      assertThat(run.joint(0)).isCloseTo(angle, within(5e-5));
    }
  }

  /** A carriage slides down its rail: g sin, against dry friction. */
  @Test
  default void carriageSlidesDownItsRail() {
    double angle = Math.toRadians(30);
    Vec3 down = new Vec3(Math.cos(angle), 0, -Math.sin(angle));
    Joint rail =
        rough(Scenes.joint("rail", JointType.PRISMATIC, 0, Pose.IDENTITY, down), 0, 1.5, 0);
    // the centre of mass lies beside the rail: the rail has to take the torque
    Link carriage =
        new Link(
            "carriage", Inertia.diagonal(2, new Vec3(0, 0.05, 0.02), 0.01, 0.01, 0.01), List.of());
    SceneRobot robot =
        Scenes.robot(Base.FIXED, Pose.IDENTITY, List.of(Scenes.base(), carriage), List.of(rail));
    try (SceneRun run = run(Scenes.of(robot))) {
      run.run(0.5);
      double speed = (GRAVITY * Math.sin(angle) - 1.5 / 2) * 0.5;
      assertThat(run.speed(0)).isCloseTo(speed, within(speed * wheelTolerance()));
      double way = speed * 0.25;
      assertThat(run.joint(0)).isCloseTo(way, within(way * wheelTolerance()));
    }
  }

  /** A free robot that moves its joint turns about its centre of mass, which stays. */
  @Test
  default void freeRobotKeepsItsCentreOfMass() {
    Inertia body = Inertia.diagonal(1, Vec3.ZERO, 0.01, 0.01, 0.01);
    Inertia arm = Inertia.diagonal(0.5, new Vec3(0.2, 0, 0), 0.002, 0.002, 0.002);
    Joint joint = Scenes.joint("arm", JointType.CONTINUOUS, 0, Pose.IDENTITY, new Vec3(0, 0, 1));
    SceneRobot robot =
        Scenes.robot(
            Base.FLOATING,
            Pose.at(0, 0, 1),
            List.of(new Link("body", body, List.of()), new Link("arm", arm, List.of())),
            List.of(joint),
            new Actuator.Torque("arm", 1));
    try (SceneRun run = run(Scenes.weightless(Scenes.of(robot)))) {
      run.command(0, 0.05).run(0.5);
      int base = run.layout().baseRow(0);
      double yaw =
          2
              * Math.atan2(
                  run.get(0, base + SceneLayout.ORIENTATION + 3),
                  run.get(0, base + SceneLayout.ORIENTATION));
      double angle = yaw + run.joint(0);
      double x = run.get(0, base) + 0.2 / 3 * Math.cos(angle);
      double y = run.get(0, base + 1) + 0.2 / 3 * Math.sin(angle);
      assertThat(run.joint(0)).as("the arm turned").isGreaterThan(1);
      assertThat(x).isCloseTo(0.2 / 3, within(1e-6));
      assertThat(y).isCloseTo(0, within(1e-6));
    }
  }

  /** Four fingers on one palm, light links first, reach where their drives pull them. */
  @Test
  default void fingersReachTheirTargets() {
    List<Link> links = new ArrayList<>(List.of(Scenes.base()));
    List<Joint> joints = new ArrayList<>();
    List<Actuator> drives = new ArrayList<>();
    for (int finger = 0; finger < 4; finger++) {
      for (int k = 0; k < 4; k++) {
        int child = links.size();
        Pose origin = k == 0 ? Pose.at(0, 0.05 * finger, 0) : Pose.at(0, 0, 0.05);
        Vec3 axis = k == 0 ? new Vec3(0, 0, 1) : new Vec3(0, 1, 0);
        String name = "joint " + child;
        int parent = k == 0 ? 0 : child - 1;
        joints.add(
            new Joint(
                name,
                JointType.CONTINUOUS,
                parent,
                child,
                origin,
                axis,
                Joint.Limits.NONE,
                0,
                0,
                0));
        double mass = k == 0 ? 0.012 : 0.04;
        double moment = mass * 2e-4;
        Inertia link = Inertia.diagonal(mass, new Vec3(0, 0, 0.025), moment, moment, moment / 2);
        links.add(new Link("link " + child, link, List.of()));
        drives.add(new Actuator.Position(name, 3, 0.1, 0.5));
      }
    }
    SceneRobot hand =
        Scenes.robot(Base.FIXED, Pose.IDENTITY, links, joints, drives.toArray(new Actuator[0]));
    try (SceneRun run = run(Scenes.weightless(Scenes.of(hand)))) {
      for (int j = 0; j < 16; j++) {
        run.command(j, 0.1 * (j % 5) + 0.1);
      }
      run.run(2);
      for (int j = 0; j < 16; j++) {
        assertThat(run.joint(j)).as("joint " + j).isCloseTo(0.1 * (j % 5) + 0.1, within(1e-5));
      }
    }
  }
}
