package eyas.policies.network;

/** A network or its weights do not fit together; the message says what was expected. */
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence. */
  public NetworkException(String message) {
    super(message);
  }
}
