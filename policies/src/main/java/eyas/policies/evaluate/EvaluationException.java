package eyas.policies.evaluate;

/** An evaluation cannot be done as asked; the message says what is allowed. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public EvaluationException(String message) {
    super(message);
  }
}
