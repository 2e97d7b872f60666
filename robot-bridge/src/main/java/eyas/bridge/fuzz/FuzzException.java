package eyas.bridge.fuzz;

/**
 * A damaged input was not refused as it should; the message says with which seed to see it again.
 */
public final class FuzzException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was given and what happened
   */
  public FuzzException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what was given and what happened
   * @param cause what was thrown
   */
  public FuzzException(String message, Throwable cause) {
    super(message, cause);
  }
}
