package eyas.bridge.link;

/** The middleware refused or could not be reached; the message says what to do. */
public final class LinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was tried, where, and what to do next
   */
  public LinkException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what was tried, where, and what to do next
   * @param cause what went wrong below
   */
  public LinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
