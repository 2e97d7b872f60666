package eyas.sim.task;

/** A task or world was used in a way it does not allow; the message says what is allowed. */
public final class TaskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public TaskException(String message) {
    super(message);
  }
}
