package eyas.bridge.node.mobile;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.CameraInfo;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.safety.CommandChannel;
import java.util.ArrayList;
import java.util.List;

/** A connected wheeled robot. Only what the policy sees is subscribed to. */
final class MobilePort implements RobotPort, MessageBody {
  private final List<Source> sources = new ArrayList<>();
  private final Source depth;
  private final Source odometry;
  private final int depthSize;
  private final List<CommandChannel> channels;
  private final Publisher<Twist> publisher;
  private double forward;
  private double yaw;

  MobilePort(ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    double maxAge = settings.seconds("max_stamp_age", 0.5);
    List<String> wanted = contract.observation().names();
    depthSize =
        contract.observation().terms().stream()
            .filter(term -> term.name().equals(MobileRobot.DEPTH))
            .mapToInt(term -> term.size())
            .sum();
    depth =
        new Source(
            SourceSpec.sensor(
                MobileRobot.DEPTH, Math.max(1, depthSize), settings.seconds("timeout_depth", 0.2)),
            timebase,
            maxAge);
    odometry =
        new Source(
            SourceSpec.sensor("odometry", 6, settings.seconds("timeout_odometry", 0.1)),
            timebase,
            maxAge);
    channels =
        List.of(
            channel(contract, 0, settings, "max_speed", "slew_speed", 2),
            channel(contract, 1, settings, "max_yaw_rate", "slew_yaw_rate", 10));
    publisher = node.newPublisher("cmd_vel", Twist.TYPE, Quality.COMMAND);
    if (depthSize > 0) {
      subscribeDepth(node, settings);
    }
    if (wanted.contains("linear-velocity") || wanted.contains("body-rates")) {
      subscribeOdometry(node, settings);
    }
  }

  private static CommandChannel channel(
      PolicyContract contract,
      int index,
      Settings settings,
      String limit,
      String slew,
      double usual) {
    ActionTerm term = contract.action().terms().get(index);
    double most = settings.number(limit, 1000, 0.001, 1000);
    return new CommandChannel(
        term.name(),
        Math.max(term.minimum(), -most),
        Math.min(term.maximum(), most),
        settings.number(slew, usual, 0.001, 1e6),
        0);
  }

  private void subscribeDepth(ConnectedNode node, Settings settings) {
    sources.add(depth);
    DepthReader reader = new DepthReader(settings, depthSize, depth);
    node.newSubscriber("camera/depth/image_raw", Image.TYPE, Quality.SENSOR)
        .addListener(reader::image);
    node.newSubscriber("camera/depth/camera_info", CameraInfo.TYPE, Quality.SENSOR)
        .addListener(reader::info);
  }

  private void subscribeOdometry(ConnectedNode node, Settings settings) {
    sources.add(odometry);
    String body = settings.text("body_frame", "base_link");
    node.newSubscriber("odom", Odometry.TYPE, Quality.SENSOR)
        .addListener(message -> odometry(message, body));
  }

  private void odometry(Odometry message, String body) {
    if (!body.isEmpty() && !message.childFrameId().equals(body)) {
      odometry.refuse(
          "Odometry has its twist in frame '%s', not '%s'; set ~body_frame if that is meant."
              .formatted(message.childFrameId(), body));
      return;
    }
    Twist twist = message.twist().twist();
    odometry.offer(
        message.header().stamp().toNanoseconds(),
        new double[] {
          twist.linear().x(), twist.linear().y(), twist.linear().z(),
          twist.angular().x(), twist.angular().y(), twist.angular().z()
        });
  }

  @Override
  public List<Source> sources() {
    return sources;
  }

  @Override
  public List<CommandChannel> channels() {
    return channels;
  }

  @Override
  public void write(int input, float[] out, int offset) {
    switch (input) {
      case 0 -> depth.sample().copy(0, depthSize, out, offset);
      case 1 -> odometry.sample().copy(0, 3, out, offset);
      default -> odometry.sample().copy(3, 3, out, offset);
    }
  }

  @Override
  public long dropped() {
    return publisher.dropped();
  }

  @Override
  public long stamp() {
    return depthSize > 0 ? depth.sample().stamp() : odometry.sample().stamp();
  }

  @Override
  public void send(double[] command, long stamp) {
    forward = command[0];
    yaw = command[1];
    publisher.write(this);
  }

  /** {@code geometry_msgs/Twist}: forward speed [m/s] and yaw rate [rad/s]. */
  @Override
  public void write(MessageOutput out) {
    out.float64(forward);
    out.float64(0);
    out.float64(0);
    out.float64(0);
    out.float64(0);
    out.float64(yaw);
  }

  @Override
  public void close() {
    // the node closes its publishers and subscribers itself, after the last safe command
  }
}
