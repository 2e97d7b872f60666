package eyas.bridge.ros2.px4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.Activation;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.px4_msgs.ActuatorMotors;
import eyas.bridge.message.px4_msgs.OffboardControlMode;
import eyas.bridge.message.px4_msgs.TrajectorySetpoint;
import eyas.bridge.message.px4_msgs.VehicleOdometry;
import eyas.bridge.message.px4_msgs.VehicleRatesSetpoint;
import eyas.bridge.message.px4_msgs.VehicleStatus;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.node.PolicyNode;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros2.TestDomain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both families over DDS, with a policy whose outputs are its inputs, so each can be told. */
class Px4NodeTest {
  private static final int DOMAIN = TestDomain.PX4;
  private static final int INPUTS = 22;
  private static final int POSITION = 0;
  private static final int ROTATION = 3;
  private static final int RATES = 15;
  private static final float NAN = Float.NaN;

  @TempDir Path folder;
  private final PolicyNode policy = new PolicyNode();
  private ConnectedNode px4;
  private ConnectedNode node;
  private volatile ActuatorMotors motors;
  private volatile VehicleRatesSetpoint rates;
  private volatile OffboardControlMode mode;

  private void start(String family, ActionContract action, int[] inputs) {
    float[] weights = new float[4 * INPUTS];
    for (int i = 0; i < 4; i++) {
      weights[i * INPUTS + inputs[i]] = 1;
    }
    NetworkSpec network = new NetworkSpec(List.of(LayerSpec.dense(INPUTS, 4, Activation.IDENTITY)));
    PolicyBundle.of(
            QuadrotorContracts.student("mirror", action, network, Map.of()),
            Map.of(
                "layers.0.weight",
                Tensor.of(weights, List.of(4, INPUTS)),
                "layers.0.bias",
                Tensor.of(new float[4], List.of(4))))
        .recordGolden(3, 4, 1e-5)
        .seal(new GateReport(true, "Made for a test.", Map.of()))
        .save(folder.resolve("mirror"));
    px4 = connect("px4", List.of());
    px4.newSubscriber("/fmu/in/actuator_motors", ActuatorMotors.TYPE, Quality.SENSOR)
        .addListener(message -> motors = message);
    px4.newSubscriber("/fmu/in/vehicle_rates_setpoint", VehicleRatesSetpoint.TYPE, Quality.SENSOR)
        .addListener(message -> rates = message);
    px4.newSubscriber("/fmu/in/offboard_control_mode", OffboardControlMode.TYPE, Quality.SENSOR)
        .addListener(message -> mode = message);
    node =
        NodeRunner.start(
            NodeRunner.provider("ros2"),
            policy,
            configuration(
                "policy",
                List.of(
                    "--ros-args",
                    "-p",
                    "family:=" + family,
                    "-p",
                    "policy:=" + folder.resolve("mirror"),
                    "-p",
                    "timeout_angular_velocity:=1.0",
                    "-p",
                    "timeout_attitude:=1.0",
                    "-p",
                    "timeout_position:=1.0",
                    "-p",
                    "timeout_setpoint:=1.0",
                    "-p",
                    "timeout_enable:=1.0",
                    "-p",
                    "ramp:=0.05")));
  }

  private static ConnectedNode connect(String name, List<String> arguments) {
    return NodeRunner.provider("ros2").connect(configuration(name, arguments));
  }

  private static NodeConfiguration configuration(String name, List<String> arguments) {
    return new NodeConfiguration(
        name,
        arguments,
        Map.of("ROS_DOMAIN_ID", Integer.toString(DOMAIN), "ROS_LOCALHOST_ONLY", "1"));
  }

  @AfterEach
  void stop() {
    node.close();
    px4.close();
  }

  private <M extends Message> Publisher<M> publisher(String topic, MessageType<M> type) {
    return px4.newPublisher(topic, type, Quality.COMMAND);
  }

  /** Publishes what PX4 would until a condition holds. */
  private void fly(VehicleOdometry odometry, boolean armed, BooleanSupplier condition) {
    try (Publisher<VehicleOdometry> state =
            publisher("/fmu/out/vehicle_odometry", VehicleOdometry.TYPE);
        Publisher<VehicleStatus> status = publisher("/fmu/out/vehicle_status", VehicleStatus.TYPE);
        Publisher<TrajectorySetpoint> setpoint =
            publisher("/policy/setpoint", TrajectorySetpoint.TYPE);
        Publisher<Bool> enable = publisher("/policy/enable", Bool.TYPE)) {
      long end = System.nanoTime() + 60_000_000_000L;
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        long time = System.nanoTime() / 1000;
        state.write(
            out -> {
              out.int64(time);
              out.int64(time);
              rest(odometry).write(out);
            });
        status.write(
            out -> {
              for (int i = 0; i < 3; i++) {
                out.int64(time);
              }
              out.int8((byte) (armed ? 2 : 1));
              out.int8((byte) 0);
              out.int8((byte) 0);
              out.int64(time);
              out.int8((byte) 14);
              out.int8((byte) 14);
            });
        setpoint.publish(
            new TrajectorySetpoint(
                time,
                new float[] {1, 2, -3},
                new float[] {NAN, NAN, NAN},
                new float[] {NAN, NAN, NAN},
                new float[] {NAN, NAN, NAN},
                (float) (Math.PI / 2),
                NAN));
        enable.publish(new Bool(true));
        LockSupport.parkNanos(4_000_000);
      }
      assertThat(condition.getAsBoolean())
          .as("state %s, motors %s, rates %s", policy.state(), motors, rates)
          .isTrue();
    }
  }

  private static eyas.bridge.message.MessageBody rest(VehicleOdometry odometry) {
    return out -> {
      out.int8(odometry.poseFrame());
      out.floats(odometry.position());
      out.floats(odometry.q());
      out.int8(odometry.velocityFrame());
      out.floats(odometry.velocity());
      out.floats(odometry.angularVelocity());
      out.floats(odometry.positionVariance());
      out.floats(odometry.orientationVariance());
      out.floats(odometry.velocityVariance());
      out.int8(odometry.resetCounter());
      out.int8(odometry.quality());
    };
  }

  /** 0.1 m north, 0.2 m east, 0.3 m above the setpoint, nose east, turning. */
  private static VehicleOdometry odometry() {
    float root = (float) Math.sqrt(0.5);
    return new VehicleOdometry(
        0,
        0,
        VehicleOdometry.POSE_FRAME_NED,
        new float[] {1.1f, 2.2f, -3.3f},
        new float[] {root, 0, 0, root},
        VehicleOdometry.VELOCITY_FRAME_BODY_FRD,
        new float[3],
        new float[] {0.05f, 0.15f, 0.25f},
        new float[3],
        new float[3],
        new float[3],
        (byte) 0,
        (byte) 0);
  }

  private boolean active() {
    return policy.state() == ControlState.ACTIVE;
  }

  @Test
  void motorsAreSentInTheOrderOfPx4() {
    start(
        "quadrotor-px4-motors",
        QuadrotorContracts.motors(),
        new int[] {POSITION, POSITION + 1, POSITION + 2, RATES});
    // commands are 0.5 + input / 2: east 0.2, north 0.1, up 0.3, roll rate 0.05
    float[] expected = {0.6f, 0.65f, 0.525f, 0.55f};
    fly(odometry(), true, () -> active() && motors != null && near(motors.control(), expected));
    assertThat(motors.control()[4]).isNaN();
    assertThat(motors.reversibleFlags()).isZero();
    assertThat(mode.directActuator()).isTrue();
    assertThat(mode.bodyRate()).isFalse();
  }

  private static boolean near(float[] given, float[] expected) {
    boolean near = true;
    for (int i = 0; i < expected.length; i++) {
      near &= Math.abs(given[i] - expected[i]) < 1e-4;
    }
    return near;
  }

  @Test
  void ratesAndThrustAreSentInFrd() {
    start(
        "quadrotor-px4-rates",
        QuadrotorContracts.rates(1, 1),
        new int[] {ROTATION, RATES, RATES + 1, RATES + 2});
    // level and facing the target's heading: R00 is 1, so thrust is full
    fly(odometry(), true, () -> active() && rates != null && rates.thrustBody()[2] < -0.99f);
    // what came in as FRD leaves as FRD: FLU in between
    assertThat(rates.roll()).isCloseTo(0.05f, within(1e-4f));
    assertThat(rates.pitch()).isCloseTo(0.15f, within(1e-4f));
    assertThat(rates.yaw()).isCloseTo(0.25f, within(1e-4f));
    assertThat(mode.bodyRate()).isTrue();
    assertThat(mode.directActuator()).isFalse();
  }

  @Test
  void withoutArmingThereIsNoThrust() {
    start(
        "quadrotor-px4-motors",
        QuadrotorContracts.motors(),
        new int[] {POSITION, POSITION + 1, POSITION + 2, RATES});
    fly(
        odometry(),
        false,
        () ->
            policy.state() == ControlState.READY
                && motors != null
                && near(motors.control(), new float[4]));
  }
}
