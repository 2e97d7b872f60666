package eyas.assets.policy;

/**
 * A policy bundle, or a file of weights, that is cut off, tampered with or otherwise unusable. The
 * message says which file and what is wrong.
 */
public final class BundleException extends RuntimeException {
  /** Creates the exception from a full sentence. */
  public BundleException(String message) {
    super(message);
  }

  /** Creates the exception from a full sentence and the failure beneath it. */
  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Throws unless a condition holds. */
  static void require(boolean holds, String message) {
    if (!holds) {
      throw new BundleException(message);
    }
  }
}
