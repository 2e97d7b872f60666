package eyas.bridge.onnx;

/** A policy cannot be exported to ONNX; the message says why and what to do. */
public final class OnnxException extends RuntimeException {
  /** Creates the exception with a full sentence. */
  public OnnxException(String message) {
    super(message);
  }

  /** Creates the exception with a full sentence and its cause. */
  public OnnxException(String message, Throwable cause) {
    super(message, cause);
  }
}
