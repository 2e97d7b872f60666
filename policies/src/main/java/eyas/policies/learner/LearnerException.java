package eyas.policies.learner;

/** A learner cannot be configured or continued as asked; the message says what is allowed. */
public final class LearnerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public LearnerException(String message) {
    super(message);
  }
}
