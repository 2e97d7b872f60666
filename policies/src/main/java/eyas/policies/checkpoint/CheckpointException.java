package eyas.policies.checkpoint;

/** A checkpoint is missing, damaged, foreign or cannot be written; the message says what to do. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public CheckpointException(String message) {
    super(message);
  }

  /** Creates the error with one full sentence and its cause. */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
