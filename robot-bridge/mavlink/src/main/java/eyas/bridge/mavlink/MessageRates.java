package eyas.bridge.mavlink;

import java.util.ArrayList;
import java.util.List;

/**
 * A message that is wanted at a rate.
 *
 * @param message its number
 * @param microseconds between two [µs]
 */
record MessageRates(int message, int microseconds) {
  private static final int ATTITUDE_QUATERNION = 31;
  private static final int LOCAL_POSITION_NED = 32;
  private static final int RC_CHANNELS = 65;
  private static final int HIGHRES_IMU = 105;
  private static final int ODOMETRY = 331;
  // sensors of the body at 250 Hz, place at 100 Hz, the pilot's switches at 20 Hz
  private static final int BODY = 4_000;
  private static final int PLACE = 10_000;
  private static final int PILOT = 50_000;

  static List<MessageRates> of(MavlinkSettings settings) {
    List<MessageRates> rates = new ArrayList<>();
    boolean odometryIsBody =
        settings.rates().equals(MavlinkSettings.ODOMETRY)
            || settings.attitude().equals(MavlinkSettings.ODOMETRY);
    if (odometryIsBody || settings.position().equals(MavlinkSettings.ODOMETRY)) {
      rates.add(new MessageRates(ODOMETRY, odometryIsBody ? BODY : PLACE));
    }
    if (settings.position().equals(MavlinkSettings.LOCAL_POSITION)) {
      rates.add(new MessageRates(LOCAL_POSITION_NED, PLACE));
    }
    if (settings.attitude().equals(MavlinkSettings.ATTITUDE_QUATERNION)
        || settings.rates().equals(MavlinkSettings.ATTITUDE_QUATERNION)) {
      rates.add(new MessageRates(ATTITUDE_QUATERNION, BODY));
    }
    if (settings.rates().equals(MavlinkSettings.HIGHRES_IMU)) {
      rates.add(new MessageRates(HIGHRES_IMU, BODY));
    }
    rates.add(new MessageRates(RC_CHANNELS, PILOT));
    return rates;
  }
}
