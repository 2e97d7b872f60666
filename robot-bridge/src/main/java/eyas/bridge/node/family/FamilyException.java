package eyas.bridge.node.family;

/** A policy does not fit a robot, or a parameter is impossible; the message says what to do. */
public final class FamilyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was given, what is allowed, what to do next
   */
  public FamilyException(String message) {
    super(message);
  }
}
