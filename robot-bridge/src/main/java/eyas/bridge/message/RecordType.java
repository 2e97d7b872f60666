package eyas.bridge.message;

import java.util.function.Function;

/**
 * The type of a generated record.
 *
 * @param name package and name
 * @param md5 checksum by the rules of ROS 1
 * @param definition full text
 * @param reader reads one message
 */
public record RecordType<M extends Message>(
    String name, String md5, String definition, Function<MessageInput, M> reader)
    implements MessageType<M> {
  @Override
  public M read(MessageInput in) {
    return reader.apply(in);
  }

  @Override
  public String toString() {
    return name;
  }
}
