package eyas.cli.run;

/** A run could not go on; the message is one sentence that says what to do next (exit code 1). */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public RunException(String message) {
    super(message);
  }

  /** Creates the error with one full sentence and its cause. */
  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
