package eyas.bridge.onboard.toolchain;

/** A compiler, an emulator or what they made failed; the message holds what they printed. */
public final class ToolException extends RuntimeException {
  /** Creates the exception with a full sentence. */
  public ToolException(String message) {
    super(message);
  }

  /** Creates the exception with a full sentence and its cause. */
  public ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
