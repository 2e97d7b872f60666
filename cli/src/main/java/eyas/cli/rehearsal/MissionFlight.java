package eyas.cli.rehearsal;

import eyas.bridge.link.LinkException;
import eyas.cli.run.RunException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Flies a whole mission and never leaves the robot in the air, whatever goes wrong. */
final class MissionFlight {
  private MissionFlight() {}

  /**
   * Flies.
   *
   * @param faults flown after the course, or an empty list
   * @param real whether a robot that is not simulated may be flown
   */
  static FlightOutcome fly(
      Mission mission,
      Course course,
      Limits limits,
      Supplier<List<FaultResult>> faults,
      boolean real,
      Map<String, Object> surroundings,
      Consumer<String> say) {
    List<FaultResult> broken = List.of();
    Optional<String> failure = Optional.empty();
    try {
      mission.meet(real);
      mission.takeOff();
      mission.handOver();
      mission.flyCourse();
      broken = faults.get();
      mission.land();
    } catch (RunException | LinkException failed) {
      failure = Optional.of(failed.getMessage());
      say.accept("failed: " + failed.getMessage());
      rescue(mission, say);
    }
    FlightFigures figures = FlightFigures.of(mission.log());
    boolean flew =
        failure.isEmpty()
            && figures.within(limits, course.loops() > 0)
            && broken.stream().allMatch(FaultResult::safe);
    return new FlightOutcome(
        flew, failure, course, limits, figures, broken, mission.log(), surroundings);
  }

  private static void rescue(Mission mission, Consumer<String> say) {
    if (!mission.flies()) {
      return;
    }
    try {
      mission.land();
    } catch (RunException | LinkException failed) {
      say.accept("and it could not be landed: " + failed.getMessage());
    }
  }
}
