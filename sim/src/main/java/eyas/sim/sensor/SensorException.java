package eyas.sim.sensor;

import java.util.Formatter;
import java.util.Locale;

/** A camera that cannot be: the message says which one, what was given and what is allowed. */
public final class SensorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a full sentence. */
  public SensorException(String message) {
    super(message);
  }

  static void require(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new SensorException(new Formatter(Locale.ROOT).format(message, values).toString());
    }
  }
}
