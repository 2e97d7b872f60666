package eyas.bridge.safety;

/**
 * The limits of one command channel. The unit is the channel's own: [-] for a motor command between
 * −1 and 1, [rad] for a joint target, [m/s] for a velocity.
 *
 * @param name the channel's name, as the actuator knows it
 * @param lower the smallest command that may leave
 * @param upper the largest command that may leave
 * @param maxSlew the largest change of the command [unit/s]; positive infinity means no limit
 * @param safe the command that is sent when no other can be trusted
 */
public record CommandChannel(String name, double lower, double upper, double maxSlew, double safe) {

  /** Checks that the range is finite and not empty, and that the safe command lies in it. */
  public CommandChannel {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
      throw new GuardException(
          "Command channel '%s' has the range [%s, %s]; both ends must be finite and the lower one smaller."
              .formatted(name, lower, upper));
    }
    if (!(maxSlew > 0)) {
      throw new GuardException(
          "Command channel '%s' has a slew limit of %s per second; it must be positive, or infinity for no limit."
              .formatted(name, maxSlew));
    }
    if (!(safe >= lower && safe <= upper)) {
      throw new GuardException(
          "Command channel '%s' has the safe command %s, outside its range [%s, %s]; choose one inside."
              .formatted(name, safe, lower, upper));
    }
  }
}
