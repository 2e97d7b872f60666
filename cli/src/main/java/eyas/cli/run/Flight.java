package eyas.cli.run;

import java.util.List;

/**
 * One recorded flight for the animation in the report.
 *
 * @param scene what is flown, e.g. {@code recovery} or {@code figure-eight}
 * @param policy name of the policy
 * @param period time between two points [s]
 * @param positions position in the world at each point, (points, 3) [m]
 * @param orientations attitude body→world at each point, (points, 4), w x y z; may be empty
 * @param reference reference position at each point, (points, 3) [m]; may be empty
 */
public record Flight(
    String scene,
    String policy,
    double period,
    List<float[]> positions,
    List<float[]> orientations,
    List<float[]> reference) {
  /** Copies the lists. */
  public Flight {
    positions = List.copyOf(positions);
    orientations = List.copyOf(orientations);
    reference = List.copyOf(reference);
  }
}
