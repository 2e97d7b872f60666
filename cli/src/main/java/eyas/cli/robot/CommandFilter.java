package eyas.cli.robot;

import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.sim.engine.RateLoop;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets only those attitude targets through that can be flown; says what is wrong with others. */
final class CommandFilter {
  private static final int EVERY = 100;
  private static final int RATE_BITS = 1 | 2 | 4 | 64;
  private static final int IGNORE_ATTITUDE = 128;
  private static final RateLoop LIMITS = RateLoop.standard();

  private final Consumer<String> say;
  private long rejected;

  CommandFilter(Consumer<String> say) {
    this.say = say;
  }

  /** Number of commands that were refused. */
  synchronized long rejected() {
    return rejected;
  }

  /**
   * Checks a command.
   *
   * @param now when it came in [ns]
   * @return thrust and rates within their limits, or nothing if it cannot be flown
   */
  synchronized Optional<RateCommand> accept(AttitudeTarget target, long now) {
    Optional<String> fault = fault(target, now);
    if (fault.isPresent()) {
      if (rejected++ % EVERY == 0) {
        say.accept("A command was ignored (" + rejected + " so far): " + fault.get());
      }
      return Optional.empty();
    }
    return Optional.of(
        new RateCommand(
            Math.max(0, Math.min(1, target.thrust())),
            clamp(target.bodyRate().x(), 0),
            clamp(target.bodyRate().y(), 1),
            clamp(target.bodyRate().z(), 2)));
  }

  private static Optional<String> fault(AttitudeTarget target, long now) {
    int mask = Byte.toUnsignedInt(target.typeMask());
    if ((mask & IGNORE_ATTITUDE) == 0 || (mask & RATE_BITS) != 0) {
      return Optional.of(
          "type_mask is "
              + mask
              + "; this robot flies body rates and thrust, which is type_mask 128.");
    }
    double sum =
        target.thrust() + target.bodyRate().x() + target.bodyRate().y() + target.bodyRate().z();
    if (!Double.isFinite(sum)) {
      return Optional.of("a number is not finite.");
    }
    long stamp = target.header().stamp().toNanoseconds();
    return stamp > 0 && now - stamp > Autopilot.COMMAND_TIMEOUT
        ? Optional.of("its stamp is %.3f s old.".formatted((now - stamp) / 1e9))
        : Optional.empty();
  }

  private static double clamp(double rate, int axis) {
    return Math.max(-LIMITS.rate(axis), Math.min(LIMITS.rate(axis), rate));
  }
}
