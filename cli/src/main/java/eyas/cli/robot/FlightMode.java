package eyas.cli.robot;

import java.util.Arrays;
import java.util.Optional;

/** The flight modes that the simulated autopilot knows, with PX4's names. */
public enum FlightMode {
  /** Rotors idle; there is no remote control. */
  MANUAL("MANUAL"),
  /** Holds its place. */
  LOITER("AUTO.LOITER"),
  /** Climbs above the place of take-off, then holds. */
  TAKEOFF("AUTO.TAKEOFF"),
  /** Descends and disarms. */
  LAND("AUTO.LAND"),
  /** Follows commands from outside. */
  OFFBOARD("OFFBOARD");

  private final String text;

  FlightMode(String text) {
    this.text = text;
  }

  /** The name on the wire. */
  public String text() {
    return text;
  }

  /** Finds a mode by its name on the wire. */
  static Optional<FlightMode> of(String text) {
    return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
  }
}
