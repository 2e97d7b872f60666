package eyas.assets.robot;

import java.util.Optional;

/**
 * A number with the place it was published, or how it was estimated.
 *
 * @param value in the SI unit of its key
 * @param source repository and file, or paper
 * @param estimated how the number was estimated; empty for a published number
 */
public record SourcedNumber(double value, Optional<String> source, Optional<String> estimated) {
  /** Refuses a number of which nobody says where it comes from. */
  public SourcedNumber {
    if (source.isEmpty() == estimated.isEmpty()) {
      throw new IllegalRobotException(
          "The number " + value + " needs either a source or a word on how it was estimated.");
    }
  }
}
