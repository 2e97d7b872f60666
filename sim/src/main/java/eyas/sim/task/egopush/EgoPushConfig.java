package eyas.sim.task.egopush;

import eyas.assets.config.ConfigWriter;
import eyas.sim.task.Allowed;
import java.util.List;

/**
 * A preset of the task, as its YAML binds.
 *
 * @param slots where each pushed box belongs, [x, y] in the anchor's frame [m]; one box a slot
 * @param sidesAlike whether the sides of the anchor count as alike, as they look: a box belongs to
 *     the nearest slot that is free, in any quarter turn of the formation that the boxes before it
 *     leave open; else box b has slot b in the anchor's own frame
 * @param obstacles obstacles that an observation has room for, at least 1
 * @param stageSteps steps that each box may take
 * @param holdSteps steps that the whole formation must stand at the end
 * @param command largest commands
 * @param randomisation ranges of the physical parameters
 * @param start first states
 * @param view what the robot's camera would see
 * @param place when a box is at its slot
 * @param end what ends an episode as a failure
 * @param reward weights and thresholds of the reward
 */
public record EgoPushConfig(
    List<List<Double>> slots,
    boolean sidesAlike,
    int obstacles,
    int stageSteps,
    int holdSteps,
    Command command,
    Randomisation randomisation,
    Start start,
    View view,
    Place place,
    End end,
    Reward reward) {
  private static final double SAME = 1e-6;

  /** Copies the slots and checks the counts. */
  public EgoPushConfig {
    slots = slots.stream().map(EgoPushConfig::slot).toList();
    Allowed.least("slots (their number)", slots.size(), 1);
    Allowed.least("obstacles", obstacles, Math.max(1, slots.size() - 1));
    Allowed.least("stage-steps", stageSteps, 1);
    Allowed.least("hold-steps", holdSteps, 1);
    requirePlaced(start, place);
  }

  // a box that is placed from the start on may not be moved any more
  private static void requirePlaced(Start start, Place place) {
    double most = place.distance() / Math.sqrt(2);
    if (start.anyStage() > 0 && start.placedDistance() >= most) {
      throw new IllegalArgumentException(
          "start.placed-distance is %s, so that placed boxes may start outside place.distance, %s; give less than %.4f."
              .formatted(start.placedDistance(), place.distance(), most));
    }
  }

  private static List<Double> slot(List<Double> given) {
    if (given.size() != 2) {
      throw new IllegalArgumentException(
          "slots has the entry " + given + "; give [x, y] in the anchor's frame in metres.");
    }
    return List.copyOf(given);
  }

  /**
   * Returns the number of quarter turns in which the formation looks different: 1 where the sides
   * of the anchor do not count as alike.
   */
  public int turns() {
    return !sidesAlike || alikeAfter(1) ? 1 : alikeAfter(2) ? 2 : 4;
  }

  private boolean alikeAfter(int turns) {
    return slots.stream()
        .allMatch(slot -> slots.stream().anyMatch(other -> same(turned(slot, turns), other)));
  }

  private static boolean same(List<Double> a, List<Double> b) {
    return Math.hypot(a.get(0) - b.get(0), a.get(1) - b.get(1)) < SAME;
  }

  /** Returns a slot, [x, y] in the anchor's frame [m], after a number of quarter turns. */
  public static List<Double> turned(List<Double> slot, int turns) {
    List<Double> at = slot;
    for (int i = 0; i < turns; i++) {
      at = List.of(-at.get(1), at.get(0));
    }
    return at;
  }

  /** Returns the number of boxes with the anchor. */
  public int boxes() {
    return slots.size() + 1;
  }

  /** Returns this preset as overrides that replace every key of the packaged one. */
  public List<String> asOverrides() {
    return ConfigWriter.overrides(this);
  }

  /** Largest commands: speed [m/s] and turn [rad/s]. */
  public record Command(double speed, double turn) {
    /** Checks that the robot can move. */
    public Command {
      Allowed.above("speed", speed, 0);
      Allowed.above("turn", turn, 0);
    }
  }

  /** Ranges [low, high] of masses [kg] and friction coefficients; delay as share of a period. */
  public record Randomisation(
      List<Double> boxMass,
      List<Double> floorFriction,
      List<Double> robotFriction,
      List<Double> delay) {
    /** Copies and checks the ranges. */
    public Randomisation {
      boxMass = Allowed.positive("box-mass", boxMass);
      floorFriction = Allowed.positive("floor-friction", floorFriction);
      robotFriction = Allowed.positive("robot-friction", robotFriction);
      delay = Allowed.range("delay", delay, 1);
    }
  }

  /**
   * First states.
   *
   * @param radius robot and boxes start within it [m]
   * @param anchorRadius the anchor starts within it [m]
   * @param distance least and greatest distance of a box from its slot, or the nearest one [m]
   * @param clear least distance of a box from the anchor [m]
   * @param boxGap least distance of two boxes' centres [m]
   * @param robotGap least distance of the robot's middle from a box's centre [m]
   * @param anyStage share of episodes that start at a stage drawn at random
   * @param placedDistance greatest offset per axis of a box that is placed at such a start [m]
   * @param placedYaw its greatest yaw [rad]
   * @param behind share of episodes in which the robot starts behind the active box, looking at it
   * @param around how far from exactly behind such a start may be, as an angle about the box [rad]
   * @param beside share of episodes in which, where there is room, the active box starts beside its
   *     slot, often against the anchor, and the robot on its far side: what an inexact push ends in
   */
  public record Start(
      double radius,
      double anchorRadius,
      List<Double> distance,
      double clear,
      double boxGap,
      double robotGap,
      double anyStage,
      double placedDistance,
      double placedYaw,
      double behind,
      double around,
      double beside) {
    /** Copies and checks. */
    public Start {
      Allowed.above("radius", radius, 0);
      Allowed.least("anchor-radius", anchorRadius, 0);
      distance = Allowed.range("distance", distance, 2 * radius);
      Allowed.least("clear", clear, 0);
      Allowed.least("box-gap", boxGap, 0);
      Allowed.least("robot-gap", robotGap, 0);
      Allowed.share("any-stage", anyStage);
      Allowed.least("placed-distance", placedDistance, 0);
      Allowed.least("placed-yaw", placedYaw, 0);
      Allowed.share("behind", behind);
      Allowed.least("around", around, 0);
      Allowed.share("beside", beside);
    }
  }

  /**
   * The camera's view, as the keypoints feel it.
   *
   * @param ahead of the camera before the axle [m]
   * @param height of the camera [m]
   * @param pitch downwards [rad]
   * @param horizontal angle of view [rad]
   * @param vertical angle of view [rad]
   * @param nearest least depth [m]
   * @param farthest greatest depth [m]
   * @param mask whether keypoints out of view are masked
   * @param gate whether goal keypoints need the anchor near the centre of the picture
   * @param gateAcross greatest |u| of the anchor, share of half the picture
   * @param gateUpright greatest |v| of the anchor, share of half the picture
   */
  public record View(
      double ahead,
      double height,
      double pitch,
      double horizontal,
      double vertical,
      double nearest,
      double farthest,
      boolean mask,
      boolean gate,
      double gateAcross,
      double gateUpright) {
    /** Checks the angles and depths. */
    public View {
      Allowed.above("horizontal", horizontal, 0);
      Allowed.above("vertical", vertical, 0);
      Allowed.least("nearest", nearest, 0);
      Allowed.above("farthest", farthest, nearest);
      Allowed.above("gate-across", gateAcross, 0);
      Allowed.above("gate-upright", gateUpright, 0);
    }
  }

  /** When a box is at its slot: distance [m], yaw modulo a quarter turn [rad], speed [m/s]. */
  public record Place(double distance, double yaw, double speed) {
    /** Checks that there is room. */
    public Place {
      Allowed.above("distance", distance, 0);
      Allowed.above("yaw", yaw, 0);
      Allowed.above("speed", speed, 0);
    }
  }

  /**
   * What ends an episode as a failure, besides time.
   *
   * @param radius the robot must stay within it [m]
   * @param hit an obstacle that moved further than this was hit [m]
   */
  public record End(double radius, double hit) {
    /** Checks that there is room. */
    public End {
      Allowed.above("radius", radius, 0);
      Allowed.above("hit", hit, 0);
    }
  }

  /**
   * Weights and thresholds of the reward; see docs/egopush.md.
   *
   * @param clock {@code stage} or {@code global}: what the value of events decays with
   * @param reach weight of reaching the active box
   * @param place weight of placing it
   * @param hold weight of the formation that stood long enough
   * @param approach weight of progress towards the active box [1/m]
   * @param push weight of progress of the active box towards its slot [1/m]
   * @param facing weight of the cosine of the angle to the active box
   * @param facingDistance within which it counts [m]
   * @param smooth weight of changes of the action, to the fourth power
   * @param smoothFrom least change that counts
   * @param slowdown weight of slowness near the slot
   * @param slowdownDistance within which it counts [m]
   * @param slowdownSpeed speed at which it changes sign [m/s]
   * @param reverse weight of backward speed, as a share of the largest: the camera looks ahead only
   * @param reachPoint the point of the robot that reaches, before the axle [m]
   * @param reachDistance distance of it from the box's centre at which the box is reached [m]
   * @param failure reward of the step that ends in a failure
   */
  public record Reward(
      String clock,
      double reach,
      double place,
      double hold,
      double approach,
      double push,
      double facing,
      double facingDistance,
      double smooth,
      double smoothFrom,
      double slowdown,
      double slowdownDistance,
      double slowdownSpeed,
      double reverse,
      double reachPoint,
      double reachDistance,
      double failure) {
    /** Checks clock and thresholds. */
    public Reward {
      if (!clock.equals("stage") && !clock.equals("global")) {
        throw new IllegalArgumentException(
            "clock is `" + clock + "`; it must be `stage` or `global`.");
      }
      Allowed.above("slowdown-distance", slowdownDistance, 0);
      Allowed.above("slowdown-speed", slowdownSpeed, 0);
      Allowed.above("reach-distance", reachDistance, 0);
    }
  }
}
