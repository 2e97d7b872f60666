package eyas.bridge.ros2;

import eyas.bridge.link.LinkException;
import java.util.Map;

/**
 * Where a participant looks for others.
 *
 * @param domain number that participants share, 0 to 232
 * @param loopback whether nothing leaves this machine
 */
record DdsSettings(int domain, boolean loopback) {
  private static final int LAST_DOMAIN = 232;

  /** From {@code ROS_DOMAIN_ID}, {@code ROS_LOCALHOST_ONLY}, ROS_AUTOMATIC_DISCOVERY_RANGE. */
  static DdsSettings of(Map<String, String> environment) {
    String range = environment.getOrDefault("ROS_AUTOMATIC_DISCOVERY_RANGE", "");
    boolean loopback =
        environment.getOrDefault("ROS_LOCALHOST_ONLY", "0").equals("1")
            || range.equals("LOCALHOST");
    if (range.equals("OFF")) {
      throw new LinkException(
          "ROS_AUTOMATIC_DISCOVERY_RANGE is OFF, so no other node would be found; set SUBNET or"
              + " LOCALHOST.");
    }
    return new DdsSettings(domain(environment.getOrDefault("ROS_DOMAIN_ID", "")), loopback);
  }

  private static int domain(String text) {
    boolean number = text.matches("\\d{1,3}");
    int domain = number ? Integer.parseInt(text) : 0;
    if ((!number && !text.isEmpty()) || domain > LAST_DOMAIN) {
      throw new LinkException(
          "ROS_DOMAIN_ID is '%s'; it is a number from 0 to %d.".formatted(text, LAST_DOMAIN));
    }
    return domain;
  }
}
