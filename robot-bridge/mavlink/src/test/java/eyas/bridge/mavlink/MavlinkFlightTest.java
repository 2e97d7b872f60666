package eyas.bridge.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.node.PolicyNode;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.state.ControlState;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy node over MAVLink, without ROS, with a simulated flight controller. */
class MavlinkFlightTest {
  private static final long PATIENCE = 60_000_000_000L;
  private static final long SEED = 5;

  @TempDir Path folder;
  private final PolicyNode policy = new PolicyNode();
  private ConnectedNode node;
  private Autopilot autopilot;

  @BeforeEach
  void saveBundle() throws IOException {
    LinearPilot.bundle().save(folder.resolve("linear"));
  }

  private void start(String... more) throws IOException {
    start(true, more);
  }

  private void start(boolean sendsSetpoint, String... more) throws IOException {
    int port;
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "_policy:=" + folder.resolve("linear"),
                "_family:=quadrotor-mavlink",
                "_mavlink:=udp:127.0.0.1:" + port,
                "_enable_rc_channel:=7",
                "_hover_thrust:=0.5",
                // the machine that tests may stall
                "_timeout_angular_velocity:=5",
                "_timeout_attitude:=5",
                "_timeout_position:=5",
                "_timeout_setpoint:=5",
                "_timeout_state:=30",
                "_timeout_enable:=5"));
    arguments.addAll(List.of(more));
    node =
        NodeRunner.start(
            NodeRunner.provider("local"),
            policy,
            new NodeConfiguration("policy", arguments, Map.of()));
    autopilot = new Autopilot(port, sendsSetpoint);
  }

  @AfterEach
  void stop() {
    if (autopilot != null) {
      autopilot.close();
      node.close();
    }
  }

  private void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean())
        .as("%s; state %s, target %s", what, policy.state(), autopilot.last)
        .isTrue();
  }

  private boolean safe() {
    Autopilot.Target last = autopilot.last;
    return last.roll() == 0
        && last.pitch() == 0
        && last.yaw() == 0
        && Math.abs(last.thrust() - 0.45) < 1e-6;
  }

  private boolean arrived(double north, double east, double down) {
    double[] p = autopilot.quadrotor.position();
    double[] v = autopilot.quadrotor.velocity();
    return Math.hypot(Math.hypot(p[0] - north, p[1] - east), p[2] - down) < 0.1
        && Math.hypot(Math.hypot(v[0], v[1]), v[2]) < 0.2;
  }

  private void commands(int count) {
    int before = autopilot.targets.get();
    await(count + " commands", () -> autopilot.targets.get() > before + count);
  }

  private void fly() {
    await("ready", () -> policy.state() == ControlState.READY);
    await("safe command before the switch", this::safe);
    autopilot.enabled = true;
    await("active", () -> policy.state() == ControlState.ACTIVE);
  }

  @Test
  void fliesToTheSetpointAndStopsWhenTheSwitchIsReleased() throws IOException {
    start();
    fly();
    await("the setpoint", () -> arrived(0.8, 0.6, -1.5));
    await(
        "the heading",
        () -> Math.abs(autopilot.quadrotor.heading() - Math.toRadians(30)) < Math.toRadians(5));
    assertThat(autopilot.wrongFrames.get()).isZero();
    assertThat(autopilot.heartbeats.get()).isPositive();
    autopilot.enabled = false;
    await("stop", () -> policy.state() == ControlState.STOP);
    await("safe command", this::safe);
  }

  @Test
  void fliesACourseFromAFile() throws IOException {
    Path course =
        Files.writeString(folder.resolve("course.csv"), "0,0,0,1,1.5708\n3,-0.6,0.4,1.3,1.5708\n");
    start(false, "_setpoint_file:=" + course);
    fly();
    await("the end of the course", () -> arrived(0.4, -0.6, -1.3));
  }

  @Test
  void holdsWithoutSetpoint() throws IOException {
    start(false);
    await("ready", () -> policy.state() == ControlState.READY);
    autopilot.enabled = true;
    await("hold", () -> policy.state() == ControlState.HOLD);
    commands(300);
    double[] place = autopilot.quadrotor.position();
    // it sinks until the policy takes over, but does not move sideways
    assertThat(Math.hypot(place[0], place[1])).as("moved sideways [m]").isLessThan(0.02);
    commands(200);
    assertThat(arrived(place[0], place[1], place[2])).as("it stays there").isTrue();
    assertThat(policy.state()).isEqualTo(ControlState.HOLD);
  }

  @Test
  void sensorsThatFailEndInTheSafeCommandAndRecover() throws IOException {
    start();
    fly();
    autopilot.sendsAttitude = false;
    await("stop without attitude", () -> policy.state() == ControlState.STOP);
    await("safe command", this::safe);
    autopilot.sendsAttitude = true;
    await("active again", () -> policy.state() == ControlState.ACTIVE);
    autopilot.sendsNan = true;
    await("stop with NaN", () -> policy.state() == ControlState.STOP);
    autopilot.sendsNan = false;
    await("active once more", () -> policy.state() == ControlState.ACTIVE);
    autopilot.attitudeDelay = 900;
    await("stop with old data", () -> policy.state() == ControlState.STOP);
  }

  @Test
  void thePilotTakesOver() throws IOException {
    start();
    fly();
    autopilot.offboard = false;
    await("ready in another mode", () -> policy.state() == ControlState.READY);
    autopilot.offboard = true;
    await("active again", () -> policy.state() == ControlState.ACTIVE);
    autopilot.armed = false;
    // a policy that flies may ask for no thrust too, so the state comes first
    await("ready when disarmed", () -> policy.state() == ControlState.READY);
    await("no thrust when disarmed", () -> autopilot.last.thrust() == 0);
  }

  @Test
  void noiseAndStrangersDoNotDisturb() throws IOException {
    start();
    fly();
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[1 + random.nextInt(60)];
      random.nextBytes(noise);
      if (i % 2 == 0) {
        noise[0] = (byte) 0xfd;
      }
      autopilot.sendBytes(noise);
    }
    await("the setpoint", () -> arrived(0.8, 0.6, -1.5));
    assertThat(policy.state()).isEqualTo(ControlState.ACTIVE);
    autopilot.component = 42;
    await("another component is not heard", () -> !policy.state().inControl());
  }

  @Test
  void impossibleParametersAreRefused() {
    for (String wrong :
        List.of(
            "_mavlink:=udp:14540x", "_mode:=AUTO", "_position_from:=gps", "_mavlink:=/no/such")) {
      assertThatThrownBy(() -> start(wrong))
          .as(wrong)
          .isInstanceOfAny(FamilyException.class, eyas.bridge.link.LinkException.class);
    }
  }
}
