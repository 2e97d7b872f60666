package eyas.cli.run;

/** A policy may not leave: its transfer gate is missing or failed (exit code 5). */
public final class GateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public GateException(String message) {
    super(message);
  }

  /** Creates the error with one full sentence and its cause. */
  public GateException(String message, Throwable cause) {
    super(message, cause);
  }
}
