package eyas.sim.view;

/** A window that cannot be opened: the message says why and what to do instead. */
public final class WindowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with full sentences. */
  public WindowException(String message) {
    super(message);
  }

  /** Creates the exception with full sentences and its cause. */
  public WindowException(String message, Throwable cause) {
    super(message, cause);
  }
}
