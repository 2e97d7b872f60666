package eyas.bridge.message;

/** Bytes are not a message of the expected type, or a definition is not valid. */
public final class MessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was given, where, and what is allowed
   */
  public MessageException(String message) {
    super(message);
  }
}
