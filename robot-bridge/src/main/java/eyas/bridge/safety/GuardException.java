package eyas.bridge.safety;

/** A guard was described or called in a way that cannot be made safe; the message says how. */
public final class GuardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message a full sentence: what was given, what is allowed, what to do
   */
  public GuardException(String message) {
    super(message);
  }
}
