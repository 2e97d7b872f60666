package eyas.sim.engine.opencl.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Joints, each on its own, against formulas. Wheels have 0.02 kg m² and a drive of 0.005 kg m². */
class JointTest {
  private static final double INERTIA = 0.025;
  private static final double STEP = 0.002;
  private static final int STEPS = 10;
  private static final double PERIOD = STEP * STEPS;
  private static final int COAST = 0;
  private static final int STOP = 1;
  private static final int MOTOR = 2;
  private static final int TORQUE = 3;
  private static final int SERVO = 4;
  private static final int LIFT = 5;
  private static final int SYRUP = 6;
  private static final int JOINTS = 7;

  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(scene(), 2, 4);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  private static Scene scene() {
    Joint.Limits limits = new Joint.Limits(-1, 0.5, 10, 10);
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(new Link("root", Inertia.NONE, List.of()));
    for (int i = 0; i < JOINTS; i++) {
      boolean lift = i == LIFT;
      links.add(new Link("wheel" + i, Inertia.diagonal(1, Vec3.ZERO, 0.01, 0.01, 0.02), List.of()));
      joints.add(
          new Joint(
              "joint" + i,
              lift ? JointType.PRISMATIC : JointType.REVOLUTE,
              0,
              i + 1,
              Pose.at(i, 0, 0),
              new Vec3(0, 0, 1),
              i == STOP || i == SERVO ? limits : Joint.Limits.NONE,
              i == SYRUP ? 0.1 : 0,
              i == COAST ? 0.05 : 0,
              0.005));
    }
    SceneRobot robot =
        new SceneRobot(
            "joints",
            new RobotModel("joints", links, joints),
            Base.FIXED,
            Pose.IDENTITY,
            List.of(
                new Actuator.Velocity("joint" + MOTOR, 0.1),
                new Actuator.Torque("joint" + TORQUE, 0.2),
                new Actuator.Position("joint" + SERVO, 5, 0.5, 0.3),
                new Actuator.Position("joint" + LIFT, 1000, 100, 50)),
            List.of());
    return new Scene("joints", 9.81, STEP, STEPS, List.of(robot), List.of(), List.of());
  }

  private static int q(int joint) {
    return trial.layout.positionRow(0) + joint;
  }

  private static int v(int joint) {
    return trial.layout.velocityRow(0) + joint;
  }

  private static void start(double... commands) {
    for (int i = 0; i < trial.state.length; i++) {
      trial.state[i] = 0;
    }
    for (int c = 0; c < commands.length; c++) {
      for (int e = 0; e < 2; e++) {
        trial.command(c, e, commands[c]);
      }
    }
  }

  @Test
  void dryFrictionStopsAWheelAndHoldsIt() {
    start(0, 0, 0, 0);
    trial.set(v(COAST), 0, 2);
    trial.reset();
    trial.run(100);
    double way = INERTIA * 2 * 2 / (2 * 0.05);
    assertThat(trial.get(q(COAST), 0)).isCloseTo(way, within(0.01 * way));
    assertThat(trial.get(v(COAST), 0)).isCloseTo(0, within(1e-6));
  }

  @Test
  void aStopEndsAMotionWithoutABounce() {
    start(0, 0, 0, 0);
    trial.set(v(STOP), 0, 3);
    trial.set(v(STOP), 1, -3);
    trial.reset();
    for (int i = 0; i < 50; i++) {
      trial.run(1);
      assertThat(trial.get(q(STOP), 0)).isLessThan(0.5 + 1e-3);
      assertThat(trial.get(q(STOP), 1)).isGreaterThan(-1 - 1e-3);
    }
    assertThat(trial.get(q(STOP), 0)).isCloseTo(0.5, within(2e-3));
    assertThat(trial.get(q(STOP), 1)).isCloseTo(-1, within(2e-3));
    assertThat(trial.get(v(STOP), 0)).isCloseTo(0, within(1e-3));
  }

  @Test
  void aMotorSpeedsUpWithItsTorqueAndThenHoldsItsSpeed() {
    start(3, 0, 0, 0);
    trial.reset();
    trial.run(25);
    assertThat(trial.get(v(MOTOR), 0)).isCloseTo(0.1 / INERTIA * 25 * PERIOD, within(0.01));
    trial.run(50);
    assertThat(trial.get(v(MOTOR), 0)).isCloseTo(3, within(1e-4));
  }

  @Test
  void aTorqueIsLimitedAndComesLate() {
    start(0, 1, 0, 0);
    // environment 1 follows its commands half a period late
    trial.parameter(trial.layout.delayRow(), 1, 0.5);
    int row = trial.layout.jointParameters(0, TORQUE) + SceneLayout.EFFORT_FACTOR;
    trial.reset();
    trial.run(1);
    assertThat(trial.get(v(TORQUE), 0)).isCloseTo(0.2 / INERTIA * PERIOD, within(1e-4));
    assertThat(trial.get(v(TORQUE), 1)).isCloseTo(0.2 / INERTIA * PERIOD / 2, within(1e-4));
    trial.parameter(trial.layout.delayRow(), 1, 0);
    trial.parameter(row, 1, 0.5);
    start(0, 1, 0, 0);
    trial.reset();
    trial.run(1);
    assertThat(trial.get(v(TORQUE), 1)).isCloseTo(0.1 / INERTIA * PERIOD, within(1e-4));
    trial.parameter(row, 1, 1);
  }

  @Test
  void aServoPushesWithItsLimitAndReachesItsCommandWithinTheRange() {
    start(0, 0, 2, 0);
    trial.reset();
    trial.run(2);
    assertThat(trial.get(v(SERVO), 0)).isCloseTo(0.3 / INERTIA * 2 * PERIOD, within(0.02));
    trial.run(100);
    assertThat(trial.get(q(SERVO), 0)).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void aServoSagsUnderTheWeight() {
    start(0, 0, 0, 0.1);
    trial.reset();
    trial.run(200);
    assertThat(trial.get(q(LIFT), 0)).isCloseTo(0.1 - 9.81 / 1000, within(1e-4));
  }

  @Test
  void viscousFrictionSlowsAWheelExponentially() {
    start(0, 0, 0, 0);
    trial.set(v(SYRUP), 0, 2);
    trial.reset();
    trial.run(10);
    double expected = 2 * Math.exp(-0.1 / INERTIA * 10 * PERIOD);
    assertThat(trial.get(v(SYRUP), 0)).isCloseTo(expected, within(0.01));
  }
}
