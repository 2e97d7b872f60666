package eyas.assets.files;

/** A file cannot be written or deleted; the message says which, why and what to do. */
public final class FileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with one full sentence and its cause. */
  public FileException(String message, Throwable cause) {
    super(message, cause);
  }
}
