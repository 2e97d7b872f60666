package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.Activation;
import eyas.assets.policy.Licence;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.geometry_msgs.Point;
import eyas.bridge.message.geometry_msgs.Pose;
import eyas.bridge.message.geometry_msgs.PoseWithCovariance;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.geometry_msgs.TwistWithCovariance;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.std_msgs.Float32MultiArray;
import eyas.bridge.node.state.ControlState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wheeled robot: both depth encodings, cmd_vel, and a camera that falls silent. */
class MobileNodeTest {
  @TempDir Path folder;
  private final List<Twist> commands = new CopyOnWriteArrayList<>();
  private final List<float[]> observations = new CopyOnWriteArrayList<>();
  private RobotDriver driver;
  private Publisher<Image> depth;
  private Publisher<Odometry> odometry;

  @BeforeEach
  void start() {
    TestBundles.sealed(TestBundles.of(contract())).save(folder.resolve("pusher"));
    driver =
        new RobotDriver(
            List.of(
                "_policy:=" + folder.resolve("pusher"),
                "_family:=mobile",
                "_timeout_depth:=2.0",
                "_timeout_odometry:=2.0",
                "_timeout_enable:=2.0",
                "_ramp:=0"));
    depth = driver.publisher("camera/depth/image_raw", Image.TYPE);
    odometry = driver.publisher("odom", Odometry.TYPE);
    driver.node.newSubscriber("cmd_vel", Twist.TYPE, Quality.QUEUED).addListener(commands::add);
    driver
        .node
        .newSubscriber("policy/observation", Float32MultiArray.TYPE, Quality.QUEUED)
        .addListener(message -> observations.add(message.data()));
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private static PolicyContract contract() {
    NetworkSpec network = NetworkSpec.memoryless(17, 8, 2, Activation.TANH);
    return new PolicyContract(
        "pusher",
        "egopush",
        "mobile",
        0.02,
        new ObservationContract(
            List.of(
                ObservationTerm.of("depth", 12, "m", "camera"),
                ObservationTerm.of("linear-velocity", 3, "m/s", "body"),
                ObservationTerm.of("previous-action", 2, "1", "none"))),
        new ActionContract(
            ActionMapping.VELOCITY,
            List.of(
                new ActionTerm("forward-velocity", "m/s", -0.4, 0.4),
                new ActionTerm("yaw-rate", "rad/s", -2.84, 2.84)),
            1),
        network,
        Normaliser.identity(17),
        0,
        Map.of(),
        Map.of(),
        Licence.apache(),
        List.of(),
        1e-5);
  }

  /** 8 × 6 pixels, of which every second is seen; pixel (r, c) is 1 m + 0.1 r + 0.01 c far. */
  private Image image(String encoding, ByteOrder order) {
    int bytes = encoding.equals("32FC1") ? 4 : 2;
    ByteBuffer data = ByteBuffer.allocate(6 * 8 * bytes).order(order);
    for (int i = 0; i < 48; i++) {
      int row = i / 8;
      double metres = i == 9 ? 0 : 1 + 0.1 * row + 0.01 * (i % 8);
      if (bytes == 4) {
        data.putFloat(i == 9 ? Float.NaN : (float) metres);
      } else {
        data.putShort((short) Math.round(1000 * metres));
      }
    }
    byte big = (byte) (order == ByteOrder.BIG_ENDIAN ? 1 : 0);
    return new Image(
        driver.header("camera_depth_optical_frame"), 6, 8, encoding, big, 8 * bytes, data.array());
  }

  private void sendOdometry() {
    odometry.publish(
        new Odometry(
            driver.header("odom"),
            "base_link",
            new PoseWithCovariance(
                new Pose(new Point(0, 0, 0), new Quaternion(0, 0, 0, 1)), new double[36]),
            new TwistWithCovariance(
                new Twist(new Vector3(0.2, 0, 0), new Vector3(0, 0, 0.1)), new double[36])));
  }

  private Runnable all(String encoding, ByteOrder order) {
    return () -> {
      depth.publish(image(encoding, order));
      sendOdometry();
    };
  }

  @Test
  void seesBothEncodingsAndDrives() throws InterruptedException {
    driver.enable(true);
    Runnable metres = all("32FC1", ByteOrder.LITTLE_ENDIAN);
    driver.until(metres, ControlState.ACTIVE);
    driver.until(metres, () -> !observations.isEmpty());
    float[] expected = new float[12];
    for (int i = 0; i < 12; i++) {
      int row = 1 + 2 * (i / 4);
      expected[i] = 1 + 0.1f * row + 0.01f * (1 + 2 * (i % 4));
    }
    expected[0] = 0;
    assertThat(java.util.Arrays.copyOf(observations.get(0), 12))
        .containsExactly(expected, org.assertj.core.data.Offset.offset(1e-5f));
    assertThat(observations.get(0)[12]).isEqualTo(0.2f);
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      observations.clear();
      Runnable millimetres = all("16UC1", order);
      driver.until(millimetres, () -> observations.size() > 20);
      assertThat(java.util.Arrays.copyOf(observations.get(20), 12))
          .as("16UC1 %s", order)
          .containsExactly(expected, org.assertj.core.data.Offset.offset(1e-3f));
    }
    driver.until(metres, () -> !commands.isEmpty());
    assertThat(commands)
        .allMatch(c -> c.linear().y() == 0 && c.linear().z() == 0)
        .allMatch(c -> c.angular().x() == 0 && c.angular().y() == 0)
        .allMatch(c -> Math.abs(c.linear().x()) <= 0.4 && Math.abs(c.angular().z()) <= 2.84);
  }

  @Test
  void isSilentUntilEnabledAndStopsWithoutACamera() throws InterruptedException {
    Runnable both = all("32FC1", ByteOrder.LITTLE_ENDIAN);
    driver.until(both, ControlState.READY);
    assertThat(commands).as("others may drive while the policy waits").isEmpty();
    driver.enable(true);
    driver.until(both, ControlState.ACTIVE);
    driver.until(both, () -> commands.stream().anyMatch(c -> c.linear().x() != 0));
    driver.until(this::sendOdometry, ControlState.STOP);
    driver.until(this::sendOdometry, () -> commands.get(commands.size() - 1).linear().x() == 0);
    driver.until(this::sendOdometry, () -> driver.told("Input depth is missing"));
    driver.until(both, ControlState.ACTIVE);
  }

  @Test
  void refusesAnUnknownEncoding() throws InterruptedException {
    driver.until(
        () ->
            depth.publish(
                new Image(driver.header("camera"), 6, 8, "rgb8", (byte) 0, 24, new byte[144])),
        () -> driver.told("encoding rgb8; 32FC1 (metres) and 16UC1 (millimetres) are taken"));
    assertThat(driver.policy.state()).isEqualTo(ControlState.IDLE);
  }
}
