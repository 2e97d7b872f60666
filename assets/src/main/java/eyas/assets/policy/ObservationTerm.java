package eyas.assets.policy;

import java.util.OptionalDouble;

/**
 * One named part of an observation.
 *
 * @param name such as {@code position}
 * @param size how many numbers
 * @param unit SI, such as {@code m/s}; {@code 1} for none
 * @param frame such as {@code world} (ENU), {@code body} (FLU) or {@code body-to-world}
 * @param clip the robot side limits each number to plus and minus this, if given
 */
public record ObservationTerm(
    String name, int size, String unit, String frame, OptionalDouble clip) {
  /** Refuses terms without name, size or with a clip that is not positive. */
  public ObservationTerm {
    BundleException.require(!name.isBlank(), "An observation term needs a name.");
    BundleException.require(
        size >= 1 && size <= 1 << 16,
        "Observation term `" + name + "` has size " + size + ", but must be from 1 to 65536.");
    BundleException.require(
        clip.isEmpty() || clip.getAsDouble() > 0,
        "Observation term `" + name + "` has a clip that is not greater than 0.");
  }

  /** A term without a clip. */
  public static ObservationTerm of(String name, int size, String unit, String frame) {
    return new ObservationTerm(name, size, unit, frame, OptionalDouble.empty());
  }

  /** The same term, limited to plus and minus {@code limit} by the robot side. */
  public ObservationTerm clippedTo(double limit) {
    return new ObservationTerm(name, size, unit, frame, OptionalDouble.of(limit));
  }
}
