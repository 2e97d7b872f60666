package eyas.distill.loop;

import java.util.Comparator;
import java.util.List;

/**
 * The arms side by side, examined on the same tasks and starts.
 *
 * @param arms results in the order in which they were trained
 */
public record ArmComparison(List<ArmResult> arms) {
  /** Copies the results. */
  public ArmComparison {
    arms = List.copyOf(arms);
    if (arms.isEmpty()) {
      throw new DistillException("No arm has finished yet; iterate until finished.");
    }
  }

  /** Returns the arm with the highest return: the student to ship. */
  public ArmResult best() {
    return arms.stream()
        .max(Comparator.comparingDouble(arm -> arm.exam().meanReturn()))
        .orElseThrow();
  }
}
