package eyas.cli.run;

/**
 * The command line asks for something that does not exist; the message says what is allowed (exit
 * code 2).
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public UsageException(String message) {
    super(message);
  }

  /** Creates the error with one full sentence and its cause. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
