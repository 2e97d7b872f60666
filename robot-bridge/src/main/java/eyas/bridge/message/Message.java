package eyas.bridge.message;

/**
 * One immutable message, generated from its {@code .msg} text. Equal messages have equal fields,
 * arrays included.
 */
public interface Message extends MessageBody {
  /** The type, with name, definition and codec. */
  MessageType<? extends Message> type();
}
