package eyas.bridge.onboard.source;

/** A policy cannot be exported; the message says why and what to do. */
public final class ExportException extends RuntimeException {
  /** Creates the exception with a full sentence. */
  public ExportException(String message) {
    super(message);
  }

  /** Creates the exception with a full sentence and its cause. */
  public ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
