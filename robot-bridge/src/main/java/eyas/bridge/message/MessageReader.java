package eyas.bridge.message;

/**
 * Reads the fields of one message in the order of its definition, into an object of the caller's:
 * for control loops that must not allocate.
 */
@FunctionalInterface
public interface MessageReader {
  /**
   * Reads the fields; it may stop early.
   *
   * @param in gives them, from the wire format of the link; valid during the call only
   */
  void read(MessageInput in);
}
