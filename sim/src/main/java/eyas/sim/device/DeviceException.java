package eyas.sim.device;

/**
 * A compute device refused a call; the message says which call, kernel and device, and what to do.
 */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public DeviceException(String message) {
    super(message);
  }

  /** Creates the error with one full sentence and its cause. */
  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
