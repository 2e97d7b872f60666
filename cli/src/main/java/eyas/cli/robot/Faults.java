package eyas.cli.robot;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Faults of sensors that a rehearsal switches on: {@code mute imu}, {@code mute odom}, {@code nan
 * imu}, {@code nan odom}; {@code clear} ends them.
 */
final class Faults {
  private static final Set<String> KNOWN = Set.of("mute imu", "mute odom", "nan imu", "nan odom");

  private final Set<String> active = ConcurrentHashMap.newKeySet();
  private final Consumer<String> say;

  Faults(Consumer<String> say) {
    this.say = say;
  }

  /** Switches a fault on, or all off. */
  void set(String text) {
    if (text.equals("clear")) {
      active.clear();
    } else if (KNOWN.contains(text)) {
      active.add(text);
    } else {
      say.accept("There is no fault '" + text + "'; there is clear and " + KNOWN + ".");
      return;
    }
    say.accept("fault: " + text);
  }

  /** Whether a sensor says nothing. */
  boolean mute(String sensor) {
    return active.contains("mute " + sensor);
  }

  /** Whether a sensor gives no numbers. */
  boolean broken(String sensor) {
    return active.contains("nan " + sensor);
  }
}
