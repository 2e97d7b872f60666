package eyas.assets.scene;

/** A scene that cannot be simulated; the message says where and why. */
public final class SceneException extends RuntimeException {
  /** Creates the exception from a full sentence. */
  public SceneException(String message) {
    super(message);
  }
}
