package eyas.bridge.link;

import eyas.bridge.message.Message;
import eyas.bridge.message.MessageBody;

/** Sends messages to all subscribers of a topic; never waits for a slow one. */
public interface Publisher<M extends Message> extends AutoCloseable {
  /** The topic's full name. */
  String topic();

  /**
   * Sends a message.
   *
   * @param message the message
   */
  default void publish(M message) {
    write(message);
  }

  /**
   * Sends a message written by the caller, field by field in the order of the type's definition,
   * without allocating.
   *
   * @param body writes the fields; called at most once, on this thread
   */
  void write(MessageBody body);

  /** Number of subscribers now. */
  int subscribers();

  /**
   * Messages that were dropped because a subscriber was too slow, since the start. Always 0 where
   * the middleware does not tell: over DDS (ROS 2) a full queue loses its oldest message silently.
   */
  long dropped();

  @Override
  void close();
}
