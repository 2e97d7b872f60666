package eyas.bridge.node.quadrotor;

import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Sample;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.Cause;

/**
 * What a flight controller says of itself, without a middleware between. The policy acts only while
 * it is armed and in the mode that listens to the policy; both are the pilot's business.
 */
public final class AutopilotState {
  private final Source source;
  private final boolean required;
  private final Cause silent;
  private final Cause disarmed;
  private final Cause otherMode;
  private final double[] values = new double[2];

  /**
   * Creates a state that has not been heard.
   *
   * @param settings {@code ~timeout_state}, {@code ~require_mode}
   * @param timebase of the node
   * @param message that brings the state, for the operator
   * @param mode that listens to the policy, for the operator
   */
  public AutopilotState(Settings settings, Timebase timebase, String message, String mode) {
    double timeout = settings.seconds("timeout_state", 3);
    source = new Source(SourceSpec.status("vehicle-state", 2, timeout), timebase, timeout);
    required = settings.flag("require_mode", true);
    silent =
        Cause.passing(
            "The state of the flight controller (%s) is missing or older than %.0f ms."
                .formatted(message, timeout * 1e3));
    disarmed = Cause.passing("The quadrotor is not armed; arming is the pilot's business.");
    otherMode =
        Cause.passing(
            "The flight controller is not in mode %s; switching modes is the pilot's business."
                .formatted(mode));
  }

  /** The source, for the list of sources. */
  public Source source() {
    return source;
  }

  /**
   * The flight controller has spoken; for one thread.
   *
   * @param armed whether motors may turn
   * @param listening whether it is in the mode that listens
   */
  public void heard(boolean armed, boolean listening) {
    values[0] = armed ? 1 : 0;
    values[1] = listening ? 1 : 0;
    source.offer(0, values);
  }

  /**
   * Whether the policy may act.
   *
   * @param now time of the step, on the time base [ns]
   * @return {@link Cause#NONE}, or why not
   */
  public Cause permission(long now) {
    if (!required) {
      return Cause.NONE;
    }
    Sample state = source.sample();
    if (!source.fresh(now)) {
      return silent;
    }
    if (state.value(0) == 0) {
      return disarmed;
    }
    return state.value(1) == 0 ? otherMode : Cause.NONE;
  }

  /** Whether the flight controller said that its motors are off. */
  public boolean disarmed() {
    return source.sample().present() && source.sample().value(0) == 0;
  }
}
