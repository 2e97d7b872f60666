package eyas.bridge.message;

/**
 * A message type: its name, its definition, and how its records are read and written.
 *
 * @param <M> the record
 */
public interface MessageType<M extends Message> {
  /** Package and name, such as {@code geometry_msgs/Twist}. */
  String name();

  /** The text of the definition followed by those of all types in it, as ROS 1 headers carry it. */
  String definition();

  /** Checksum of the definition by the rules of ROS 1: 32 hexadecimal digits. */
  String md5();

  /**
   * Reads one message.
   *
   * @param in the fields, in order
   */
  M read(MessageInput in);
}
