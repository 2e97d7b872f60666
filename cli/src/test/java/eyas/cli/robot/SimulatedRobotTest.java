package eyas.cli.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.NamedQuadrotors;
import eyas.assets.robot.QuadrotorParameters;
import eyas.bridge.message.nav_msgs.Odometry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The robot's physics and its autopilot, through topics and services. */
class SimulatedRobotTest {
  private static final QuadrotorParameters X500 = NamedQuadrotors.get("x500");
  private static final byte CRITICAL = 5;

  @Test
  void fallsFreelyWhileDisarmed() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500).at(1000), 2)) {
      BodyState first = pilot.until(body -> body.speed() > 1);
      BodyState last = pilot.after(0.5);
      double seconds = (last.time() - first.time()) / 1e9;
      // gravity, less the drag of the falling body
      double drag = X500.dragVertical() / X500.mass();
      double mean = (last.velocity()[2] + first.velocity()[2]) / 2;
      assertThat((last.velocity()[2] - first.velocity()[2]) / seconds)
          .isCloseTo(-9.81 - drag * mean, within(0.1));
      // the accelerometer feels the drag alone; its messages may be older or newer than odometry
      List<Double> differences = new CopyOnWriteArrayList<>();
      pilot.answer(
          body -> {
            differences.add(pilot.imu().linearAcceleration().z() + drag * body.velocity()[2]);
            return Optional.empty();
          });
      pilot.after(0.5);
      assertThat(differences.stream().sorted().toList().get(differences.size() / 2))
          .isCloseTo(0.0, within(0.1));
    }
  }

  @Test
  void standsOnTheGroundAndFeelsGravity() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      BodyState body = pilot.after(1);
      assertThat(body.position()[2]).isCloseTo(0, within(0.005));
      assertThat(body.speed()).isLessThan(0.01);
      assertThat(pilot.imu().linearAcceleration().z()).isCloseTo(9.81, within(0.05));
    }
  }

  @Test
  void hoversUnderHoverThrust() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.offboard();
      BodyState body = pilot.after(1);
      assertThat(body.velocity()[2]).isCloseTo(0, within(0.1));
      assertThat(body.position()[2]).isBetween(0.8, 1.2);
    }
  }

  @Test
  void bodyRatesHaveTheSignsOfForwardLeftUp() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, 0.62, 1, 0, 0.5)));
      pilot.offboard();
      BodyState body = pilot.after(0.4);
      assertThat(pilot.imu().angularVelocity().x()).isCloseTo(1, within(0.2));
      assertThat(pilot.imu().angularVelocity().z()).isCloseTo(0.5, within(0.2));
      // rolled to the right: it slips to the right, which is -y; yaw grows to the left
      assertThat(body.velocity()[1]).isNegative();
      assertThat(body.attitude().yaw()).isPositive();
    }
  }

  @Test
  void pitchingForwardLeadsForward() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, 0.62, 0, 1, 0)));
      pilot.offboard();
      BodyState body = pilot.after(0.4);
      assertThat(pilot.imu().angularVelocity().y()).isCloseTo(1, within(0.2));
      assertThat(body.velocity()[0]).isPositive();
    }
  }

  @Test
  void ignoresNumbersThatAreNotFiniteAndHoldsWhenNothingElseComes() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.offboard();
      pilot.after(0.3);
      pilot.answer(body -> Optional.of(TestPilot.rates(body, Double.NaN, Double.NaN, 0, 0)));
      pilot.untilState(state -> state.systemStatus() == CRITICAL);
      BodyState body = pilot.after(2);
      assertThat(body.position()[2]).isBetween(0.5, 1.5);
      assertThat(body.speed()).isLessThan(0.2);
      pilot.answer(again -> Optional.of(TestPilot.rates(again, X500.hoverSpeed(), 0, 0, 0)));
      pilot.untilState(state -> state.systemStatus() != CRITICAL);
      assertThat(pilot.untilState(state -> true).mode()).isEqualTo("OFFBOARD");
    }
  }

  @Test
  void landsWhenCommandsDoNotComeBack() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.offboard();
      pilot.after(0.3);
      pilot.answer(body -> Optional.empty());
      assertThat(pilot.untilState(state -> !state.armed()).armed()).isFalse();
      assertThat(pilot.until(body -> true).position()[2]).isLessThan(0.05);
    }
  }

  @Test
  void takesOffboardOnlyWhileCommandsStream() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      assertThat(pilot.mode("OFFBOARD")).as("no command yet").isFalse();
      AtomicBoolean said = new AtomicBoolean();
      pilot.answer(
          body ->
              said.getAndSet(true)
                  ? Optional.empty()
                  : Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.after(0.1);
      assertThat(pilot.mode("OFFBOARD")).as("a single command").isFalse();
      pilot.answer(body -> Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.after(0.1);
      pilot.answer(body -> Optional.empty());
      pilot.after(1);
      assertThat(pilot.mode("OFFBOARD")).as("the stream has ended").isFalse();
      assertThat(pilot.untilState(state -> true).mode()).isEqualTo("AUTO.LOITER");
      pilot.answer(body -> Optional.of(TestPilot.rates(body, X500.hoverSpeed(), 0, 0, 0)));
      pilot.offboard();
      pilot.untilState(state -> state.mode().equals("OFFBOARD"));
    }
  }

  @Test
  void refusesWhatAnAutopilotRefuses() throws InterruptedException {
    try (TestPilot pilot = new TestPilot(RobotConfig.calm(X500))) {
      pilot.takeOff();
      assertThat(pilot.arm(false)).isFalse();
      assertThat(pilot.mode("AUTO.NOWHERE")).isFalse();
      assertThat(pilot.mode("MANUAL")).isFalse();
      assertThat(pilot.untilState(state -> true).armed()).isTrue();
    }
  }

  @Test
  void everyNamedQuadrotorTakesOffAndLandsInWindAndNoise() throws InterruptedException {
    for (QuadrotorParameters quadrotor : NamedQuadrotors.all()) {
      RobotConfig config = new RobotConfig(quadrotor, 1, 0.01, 1, 0, 7);
      try (TestPilot pilot = new TestPilot(config)) {
        pilot.takeOff();
        BodyState body = pilot.after(1);
        assertThat(body.position()[2]).as(quadrotor.name()).isBetween(0.7, 1.3);
        pilot.mode("AUTO.LAND");
        pilot.untilState(state -> !state.armed());
      }
    }
  }

  @Test
  void twistIsInTheBodyFrame() {
    // facing along world y and moving along world x: the right-hand side leads
    Attitude left = new Attitude(Math.sqrt(0.5), 0, 0, Math.sqrt(0.5));
    BodyState body =
        new BodyState(
            5, new double[] {1, 2, 3}, left, new double[] {2, 0, 0}, new double[3], new double[3]);
    Odometry odometry = RobotMessages.odometry(body);
    assertThat(odometry.twist().twist().linear().x()).isCloseTo(0, within(1e-12));
    assertThat(odometry.twist().twist().linear().y()).isCloseTo(-2, within(1e-12));
    assertThat(RobotMessages.state(odometry).velocity())
        .containsExactly(new double[] {2, 0, 0}, within(1e-12));
    assertThat(odometry.childFrameId()).isEqualTo("base_link");
  }
}
