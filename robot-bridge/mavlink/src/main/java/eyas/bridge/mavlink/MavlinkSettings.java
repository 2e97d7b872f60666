package eyas.bridge.mavlink;

import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * Who talks to whom.
 *
 * @param wire where the flight controller is reached
 * @param system number of this vehicle, which this computer shares
 * @param component number of this computer
 * @param autopilot number of the flight controller's component
 * @param position source of position and velocity
 * @param attitude source of the attitude
 * @param rates source of the body rates
 * @param requestRates whether messages are asked for at the rates that are needed
 */
record MavlinkSettings(
    String wire,
    int system,
    int component,
    int autopilot,
    String position,
    String attitude,
    String rates,
    boolean requestRates) {
  static final String ODOMETRY = "odometry";
  static final String LOCAL_POSITION = "local-position";
  static final String ATTITUDE_QUATERNION = "attitude-quaternion";
  static final String HIGHRES_IMU = "highres-imu";
  private static final String UDP = "udp:";

  static MavlinkSettings of(Settings settings) {
    return new MavlinkSettings(
        settings.text("mavlink", "udp:127.0.0.1:14540"),
        settings.whole("mavlink_system", 1, 1, 255),
        settings.whole("mavlink_component", 191, 1, 255),
        settings.whole("mavlink_autopilot", 1, 1, 255),
        choice(settings, "position_from", List.of(ODOMETRY, LOCAL_POSITION)),
        choice(settings, "attitude_from", List.of(ATTITUDE_QUATERNION, ODOMETRY)),
        choice(settings, "rates_from", List.of(ATTITUDE_QUATERNION, HIGHRES_IMU, ODOMETRY)),
        settings.flag("request_rates", true));
  }

  private static String choice(Settings settings, String name, List<String> allowed) {
    String given = settings.text(name, allowed.get(0));
    if (!allowed.contains(given)) {
      throw new FamilyException(
          "Parameter ~%s is '%s'; it is one of %s.".formatted(name, given, allowed));
    }
    return given;
  }

  /** Opens the way to the flight controller: {@code udp:HOST:PORT}, or the path of a device. */
  Wire open() {
    if (!wire.startsWith(UDP)) {
      return new DeviceWire(Path.of(wire));
    }
    int colon = wire.lastIndexOf(':');
    String port = wire.substring(colon + 1);
    if (colon < UDP.length() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new FamilyException(
          "Parameter ~mavlink is '%s'; it is udp:HOST:PORT, such as udp:127.0.0.1:14540, or the path of a serial device."
              .formatted(wire));
    }
    return new UdpWire(
        new InetSocketAddress(wire.substring(UDP.length(), colon), Integer.parseInt(port)));
  }
}
