package eyas.bridge.ros1.xmlrpc;

/** A call could not be read, or the other side answered with a fault; the message says why. */
public final class XmlRpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was wrong, and where
   */
  public XmlRpcException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what was wrong, and where
   * @param cause what went wrong below
   */
  public XmlRpcException(String message, Throwable cause) {
    super(message, cause);
  }
}
