package eyas.bridge.ros2;

import eyas.bridge.link.LinkException;
import eyas.bridge.message.MessageType;
import java.util.Set;
import java.util.regex.Pattern;

/** How topics and types of ROS 2 are called in DDS, and how large their samples may be. */
final class MessageNames {
  private static final int SMALL = 16 << 10;
  private static final int WITH_ARRAYS = 64 << 10;
  private static final int PICTURES = 8 << 20;

  private static final Set<String> LARGE =
      Set.of(
          "sensor_msgs/Image",
          "sensor_msgs/CompressedImage",
          "sensor_msgs/PointCloud",
          "sensor_msgs/PointCloud2",
          "nav_msgs/OccupancyGrid");

  // ROS 2 has other fields, or no such message
  private static final Pattern DIFFERENT =
      Pattern.compile(
          "std_msgs/(Time|Duration)|sensor_msgs/(BatteryState|Range)|rosgraph_msgs/(Log|TopicStatistics)"
              + "|tf2_msgs/LookupTransform.*|nav_msgs/GetMap.*");

  private MessageNames() {}

  /** The DDS topic of a ROS topic: {@code /a/b} is {@code rt/a/b}. */
  static String topic(String resolved) {
    return "rt" + resolved;
  }

  /**
   * The DDS type of a message: {@code pkg/Name} is {@code pkg::msg::dds_::Name_}.
   *
   * @throws LinkException if the definition is not that of ROS 2
   */
  static String type(MessageType<?> type) {
    int slash = type.name().indexOf('/');
    if (slash < 0) {
      throw new LinkException(
          "A subscriber of any type was asked for; DDS tells topics of different types apart, so"
              + " name the type.");
    }
    if (DIFFERENT.matcher(type.name()).matches()) {
      throw new LinkException(
          "%s of ROS 1 has other fields than in ROS 2, or does not exist there; use another message on this link."
              .formatted(type.name()));
    }
    return type.name().substring(0, slash)
        + "::msg::dds_::"
        + type.name().substring(slash + 1)
        + "_";
  }

  /** The size that a topic's buffers are made for [bytes]; larger samples are not delivered. */
  static int largest(MessageType<?> type) {
    if (LARGE.contains(type.name())) {
      return PICTURES;
    }
    return type.definition().contains("[]") ? WITH_ARRAYS : SMALL;
  }
}
