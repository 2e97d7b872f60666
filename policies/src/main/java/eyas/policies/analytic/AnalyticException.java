package eyas.policies.analytic;

/** The analytic learner was asked for something it does not have; the message says what it has. */
public final class AnalyticException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public AnalyticException(String message) {
    super(message);
  }
}
