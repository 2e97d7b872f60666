package eyas.bridge.link;

import eyas.bridge.message.Message;
import eyas.bridge.message.MessageReader;
import java.util.function.Consumer;

/**
 * Receives messages of a topic. Listeners are called on the thread of the connection, in order;
 * they return soon. A listener that throws is logged and called again.
 */
public interface Subscriber<M extends Message> extends AutoCloseable {
  /** The topic's full name. */
  String topic();

  /**
   * Adds a listener.
   *
   * @param listener is given each message
   */
  void addListener(Consumer<M> listener);

  /**
   * Adds a reader, which is given the bytes of each message and need not allocate.
   *
   * @param reader reads what it wants
   */
  void addReader(MessageReader reader);

  /** Number of publishers that are connected now. */
  int publishers();

  /** Messages that were not delivered because they were malformed, since the start. */
  long rejected();

  @Override
  void close();
}
