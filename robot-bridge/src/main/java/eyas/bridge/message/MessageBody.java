package eyas.bridge.message;

/**
 * Something that writes the fields of one message in the order of its definition. Records do; a
 * control loop that must not allocate passes an object of its own that it uses again.
 */
@FunctionalInterface
public interface MessageBody {
  /**
   * Writes all fields.
   *
   * @param out receives them, in the wire format of the link
   */
  void write(MessageOutput out);
}
