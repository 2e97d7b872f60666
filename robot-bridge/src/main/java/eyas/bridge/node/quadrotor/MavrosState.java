package eyas.bridge.node.quadrotor;

import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Sample;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.Cause;

/**
 * What the flight controller says of itself. The policy acts only while it is connected, armed and
 * in the mode that listens to it; arming and modes are the pilot's business.
 */
final class MavrosState {
  private final Source source;
  private final boolean required;
  private final Cause silent;
  private final Cause disconnected;
  private final Cause disarmed;
  private final Cause otherMode;

  MavrosState(Settings settings, Timebase timebase) {
    double timeout = settings.seconds("timeout_state", 3);
    String mode = settings.text("mode", "OFFBOARD");
    source = new Source(SourceSpec.status("vehicle-state", 3, timeout), timebase, timeout);
    required = settings.flag("require_mode", true);
    silent =
        Cause.passing(
            "The state of the flight controller (mavros/state) is missing or older than %.0f ms."
                .formatted(timeout * 1e3));
    disconnected = Cause.passing("MAVROS is not connected to the flight controller.");
    disarmed = Cause.passing("The quadrotor is not armed; arming is the pilot's business.");
    otherMode =
        Cause.passing(
            "The flight controller is not in mode %s; switching modes is the pilot's business."
                .formatted(mode));
  }

  Source source() {
    return source;
  }

  Cause permission(long now) {
    if (!required) {
      return Cause.NONE;
    }
    Sample state = source.sample();
    if (!source.fresh(now)) {
      return silent;
    }
    if (state.value(0) == 0) {
      return disconnected;
    }
    if (state.value(1) == 0) {
      return disarmed;
    }
    return state.value(2) == 0 ? otherMode : Cause.NONE;
  }

  /** Whether the flight controller said that it is armed and in the mode that listens. */
  boolean listens() {
    Sample state = source.sample();
    return state.present() && state.value(1) != 0 && state.value(2) != 0;
  }

  /** Whether the flight controller said that its motors are off. */
  boolean disarmed() {
    return source.sample().present() && source.sample().value(1) == 0;
  }
}
