package eyas.bridge.generator;

/** A message definition is not valid; the message names file, line and what is allowed. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was given, where, and what is allowed
   */
  public DefinitionException(String message) {
    super(message);
  }
}
