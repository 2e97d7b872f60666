package eyas.bridge.ros1.peer;

/** A program of ROS could not be started or ended too early; the message holds what it printed. */
public final class PeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was started, and what it said
   */
  public PeerException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what was started, and what it said
   * @param cause what went wrong below
   */
  public PeerException(String message, Throwable cause) {
    super(message, cause);
  }
}
