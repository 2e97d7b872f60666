package eyas.distill;

/** A distillation cannot be configured or continued as asked; the message says what is allowed. */
public final class DistillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public DistillException(String message) {
    super(message);
  }
}
