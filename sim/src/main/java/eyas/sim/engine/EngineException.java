package eyas.sim.engine;

/** An engine was asked for something impossible; the message says what, where, and what to do. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a full sentence. */
  public EngineException(String message) {
    super(message);
  }

  /** Creates the exception with a full sentence and its cause. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Checks the size of a buffer of rows.
   *
   * @param engine name of the engine
   * @param what name of the buffer
   * @param values the buffer, [rows][environments]
   * @param rows number of rows
   * @param environments number of environments
   */
  public static void requireRows(
      String engine, String what, float[] values, int rows, int environments) {
    if (values.length != rows * environments) {
      throw new EngineException(
          String.format(
              "Engine '%s' was given %d %s values; %d rows x %d environments = %d are needed."
                  + " Allocate the buffer with the layout that opened the engine.",
              engine, values.length, what, rows, environments, rows * environments));
    }
  }
}
