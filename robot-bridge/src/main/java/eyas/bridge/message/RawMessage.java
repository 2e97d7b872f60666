package eyas.bridge.message;

import java.util.Arrays;

/**
 * A message of any type, as its bytes: for subscribers that only record or pass on.
 *
 * @param bytes the fields on the wire; not copied
 */
public record RawMessage(byte[] bytes) implements Message {
  /** The type that matches every topic. */
  public static final MessageType<RawMessage> TYPE =
      new RecordType<>("*", "*", "", in -> new RawMessage(in.bytes(in.remaining())));

  @Override
  public MessageType<RawMessage> type() {
    return TYPE;
  }

  @Override
  public void write(MessageOutput out) {
    out.bytes(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawMessage that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawMessage[" + bytes.length + " bytes]";
  }
}
