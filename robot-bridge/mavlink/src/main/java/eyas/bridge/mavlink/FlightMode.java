package eyas.bridge.mavlink;

import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.Settings;
import io.dronefleet.mavlink.minimal.Heartbeat;

/**
 * The mode in which the flight controller listens to this computer, as its heartbeat tells it.
 *
 * @param name {@code OFFBOARD} of PX4 or {@code GUIDED} of ArduPilot
 */
record FlightMode(String name) {
  private static final int ARMED = 128;
  private static final int CUSTOM = 1;
  private static final int PX4_OFFBOARD = 6;
  private static final int ARDUPILOT_GUIDED = 4;
  private static final String OFFBOARD = "OFFBOARD";
  private static final String GUIDED = "GUIDED";

  static FlightMode of(Settings settings) {
    String name = settings.text("mode", OFFBOARD);
    if (!name.equals(OFFBOARD) && !name.equals(GUIDED)) {
      throw new FamilyException(
          "Parameter ~mode is '%s'; it is OFFBOARD (PX4) or GUIDED (ArduPilot).".formatted(name));
    }
    return new FlightMode(name);
  }

  static boolean armed(Heartbeat heartbeat) {
    return (heartbeat.baseMode().value() & ARMED) != 0;
  }

  boolean listens(Heartbeat heartbeat) {
    boolean custom = (heartbeat.baseMode().value() & CUSTOM) != 0;
    // PX4 puts its main mode into the third byte
    long mode =
        name.equals(OFFBOARD) ? heartbeat.customMode() >> 16 & 0xff : heartbeat.customMode();
    return custom && mode == (name.equals(OFFBOARD) ? PX4_OFFBOARD : ARDUPILOT_GUIDED);
  }
}
