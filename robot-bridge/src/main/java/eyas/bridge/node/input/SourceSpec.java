package eyas.bridge.node.input;

/**
 * One stream of samples.
 *
 * @param name as in parameters and diagnostics, such as {@code angular-velocity}
 * @param size numbers in a sample
 * @param timeout age from which a sample no longer counts [s]
 * @param role what it means when the source falls silent
 * @param stamped whether a message without a time stamp is refused
 */
public record SourceSpec(String name, int size, double timeout, Role role, boolean stamped) {
  /**
   * A sensor whose messages carry stamps.
   *
   * @param name as in parameters and diagnostics
   * @param size numbers in a sample
   * @param timeout age from which a sample no longer counts [s]
   */
  public static SourceSpec sensor(String name, int size, double timeout) {
    return new SourceSpec(name, size, timeout, Role.SENSOR, true);
  }

  /**
   * A setpoint; stamps are not required.
   *
   * @param name as in parameters and diagnostics
   * @param size numbers in a sample
   * @param timeout age from which a sample no longer counts [s]
   */
  public static SourceSpec setpoint(String name, int size, double timeout) {
    return new SourceSpec(name, size, timeout, Role.SETPOINT, false);
  }

  /**
   * A status; stamps are not required.
   *
   * @param name as in parameters and diagnostics
   * @param size numbers in a sample
   * @param timeout age from which a sample no longer counts [s]
   */
  public static SourceSpec status(String name, int size, double timeout) {
    return new SourceSpec(name, size, timeout, Role.STATUS, false);
  }
}
