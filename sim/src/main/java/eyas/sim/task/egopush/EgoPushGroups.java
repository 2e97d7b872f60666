package eyas.sim.task.egopush;

import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import java.util.ArrayList;
import java.util.List;

/** What can be observed. */
public final class EgoPushGroups {
  /** Keypoints of an object: the corners of a cube. */
  public static final int KEYPOINTS = 8;

  /** Features of one object's keypoints. */
  public static final int OBJECT = 3 * KEYPOINTS;

  /** Coordinate of a keypoint that is not seen. */
  public static final double MASKED = -10;

  private EgoPushGroups() {}

  /**
   * Returns the number of keypoints of each role in a group that consists of them and the previous
   * action: active box, anchor, obstacles together, goal.
   */
  public static List<Integer> points(ObservationGroup group) {
    return group.terms().stream()
        .filter(term -> term.size() % OBJECT == 0)
        .map(term -> term.size() / 3)
        .toList();
  }

  /** Returns the groups of a preset. */
  static List<ObservationGroup> of(EgoPushConfig config) {
    return List.of(
        new ObservationGroup.Privileged("keypoints", keypoints("", config.obstacles())),
        new ObservationGroup.Privileged("global", keypoints("true-", config.obstacles())),
        new ObservationGroup.Privileged("critic", state(config.obstacles())),
        new ObservationGroup.Sensed("onboard", List.of(previousAction())));
  }

  private static ObservationTerm previousAction() {
    return new ObservationTerm("previous-action", 2, "1", "none");
  }

  // camera frame: x along the optical axis, y left, z up
  private static List<ObservationTerm> keypoints(String kind, int obstacles) {
    return List.of(
        new ObservationTerm(kind + "active", OBJECT, "m", "camera"),
        new ObservationTerm(kind + "anchor", OBJECT, "m", "camera"),
        new ObservationTerm(kind + "obstacles", obstacles * OBJECT, "m", "camera"),
        new ObservationTerm(kind + "goal", OBJECT, "m", "camera"),
        previousAction());
  }

  private static List<ObservationTerm> state(int obstacles) {
    List<ObservationTerm> terms = new ArrayList<>();
    terms.add(new ObservationTerm("robot-position", 2, "m", "world"));
    terms.add(new ObservationTerm("robot-heading", 2, "1", "world"));
    terms.add(new ObservationTerm("robot-velocity", 2, "m/s", "robot"));
    terms.add(new ObservationTerm("robot-turn", 1, "rad/s", "robot"));
    terms.add(new ObservationTerm("active-position", 2, "m", "robot"));
    terms.add(new ObservationTerm("active-yaw", 2, "1", "robot"));
    terms.add(new ObservationTerm("active-velocity", 2, "m/s", "robot"));
    terms.add(new ObservationTerm("active-turn", 1, "rad/s", "robot"));
    terms.add(new ObservationTerm("goal-offset", 2, "m", "robot"));
    terms.add(new ObservationTerm("goal-yaw", 2, "1", "active"));
    terms.add(new ObservationTerm("goal-distance", 1, "m", "none"));
    terms.add(new ObservationTerm("anchor-position", 2, "m", "robot"));
    terms.add(new ObservationTerm("anchor-heading", 2, "1", "robot"));
    terms.add(new ObservationTerm("obstacle-positions", 2 * obstacles, "m", "robot"));
    terms.add(new ObservationTerm("obstacles-present", obstacles, "1", "none"));
    terms.add(new ObservationTerm("stage", 4, "1", "none"));
    terms.add(new ObservationTerm("physics", 3, "1", "none"));
    terms.add(previousAction());
    return terms;
  }
}
