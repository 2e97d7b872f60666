package eyas.bridge.safety;

import java.util.List;

/**
 * Stands between a policy and the actuators. Each command is checked for finite values, clipped to
 * its range and slowed to its slew limit. When the deadman signal is too old or a value is not
 * finite, the safe command leaves at once, without slew limit: stopping must not be slow. The next
 * good command starts from there.
 *
 * <p>A call allocates nothing. The guard remembers the last command that left and is therefore to
 * be used by one thread.
 */
public final class CommandGuard {
  private final List<CommandChannel> channels;
  private final double maxDeadmanAge;
  private final double[] last;

  /**
   * Creates a guard whose last command is the safe one.
   *
   * @param channels the limits, in the order of the command vector; at least one
   * @param maxDeadmanAge the age of the deadman signal up to which commands may leave [s]
   */
  public CommandGuard(List<CommandChannel> channels, double maxDeadmanAge) {
    if (channels.isEmpty()) {
      throw new GuardException("A command guard was given no channels; it needs at least one.");
    }
    if (!(maxDeadmanAge > 0) || Double.isInfinite(maxDeadmanAge)) {
      throw new GuardException(
          "The deadman's maximum age is %s s; it must be positive and finite, 0.2 s is usual."
              .formatted(maxDeadmanAge));
    }
    this.channels = List.copyOf(channels);
    this.maxDeadmanAge = maxDeadmanAge;
    this.last = new double[channels.size()];
    writeSafe(last);
  }

  /**
   * Checks one command.
   *
   * @param proposed the policy's command, one value per channel; it is not changed
   * @param deadmanAge time since the operator last renewed the deadman signal [s]
   * @param elapsed time since the last call [s]
   * @param out receives the command that may leave, one value per channel; may be {@code proposed}
   * @return what was done
   */
  public Verdict filter(double[] proposed, double deadmanAge, double elapsed, double[] out) {
    requireLength("proposed", proposed);
    requireLength("out", out);
    Verdict verdict = judge(proposed, deadmanAge, elapsed);
    if (verdict.stopped()) {
      writeSafe(out);
    } else if (limit(proposed, Math.max(0, elapsed), out)) {
      verdict = Verdict.LIMITED;
    }
    System.arraycopy(out, 0, last, 0, last.length);
    return verdict;
  }

  /**
   * Writes the safe command, for start and shutdown. The guard's memory is not changed.
   *
   * @param out receives one value per channel
   */
  public void safeCommand(double[] out) {
    requireLength("out", out);
    writeSafe(out);
  }

  /**
   * Takes note of a command that left past the guard, such as a safe command of the robot's own:
   * the next one slews from there.
   *
   * @param command one value per channel
   */
  public void sent(double[] command) {
    requireLength("command", command);
    System.arraycopy(command, 0, last, 0, last.length);
  }

  private Verdict judge(double[] proposed, double deadmanAge, double elapsed) {
    boolean finite = Double.isFinite(deadmanAge) && Double.isFinite(elapsed);
    for (double value : proposed) {
      finite &= Double.isFinite(value);
    }
    if (!finite) {
      return Verdict.NOT_FINITE;
    }
    // a negative age means that the clocks disagree: it proves nothing about the operator
    return deadmanAge >= 0 && deadmanAge <= maxDeadmanAge ? Verdict.PASSED : Verdict.DEADMAN;
  }

  /** Range first, then slew: the result stays in range because the last command was. */
  private boolean limit(double[] proposed, double elapsed, double[] out) {
    boolean limited = false;
    for (int i = 0; i < last.length; i++) {
      CommandChannel channel = channels.get(i);
      double value = proposed[i];
      double inRange = Math.min(channel.upper(), Math.max(channel.lower(), value));
      // infinity times zero would be no number
      double reach =
          Double.isInfinite(channel.maxSlew())
              ? Double.POSITIVE_INFINITY
              : channel.maxSlew() * elapsed;
      out[i] = Math.min(last[i] + reach, Math.max(last[i] - reach, inRange));
      limited |= out[i] != value;
    }
    return limited;
  }

  private void writeSafe(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = channels.get(i).safe();
    }
  }

  private void requireLength(String name, double[] values) {
    if (values.length != last.length) {
      throw new GuardException(
          "The array '%s' has %d values, but the guard has %d channels; give one value per channel."
              .formatted(name, values.length, last.length));
    }
  }
}
