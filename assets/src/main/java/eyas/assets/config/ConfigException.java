package eyas.assets.config;

/**
 * A configuration that cannot be used. The message says what was given, where (file, line, column,
 * key) and what is allowed. Programs end with exit code 3.
 */
public final class ConfigException extends RuntimeException {
  /** Creates the exception from a full sentence. */
  public ConfigException(String message) {
    super(message);
  }

  /** Creates the exception from a full sentence and the failure beneath it. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
