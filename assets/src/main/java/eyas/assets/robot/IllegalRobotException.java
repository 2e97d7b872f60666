package eyas.assets.robot;

/** A robot that cannot exist, or a file of robots that cannot be read; the message says why. */
public final class IllegalRobotException extends RuntimeException {
  /** Creates the exception from a full sentence. */
  public IllegalRobotException(String message) {
    super(message);
  }

  /** Creates the exception from a full sentence and the failure beneath it. */
  public IllegalRobotException(String message, Throwable cause) {
    super(message, cause);
  }
}
