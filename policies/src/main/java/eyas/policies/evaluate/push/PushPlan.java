package eyas.policies.evaluate.push;

import java.util.Locale;

/**
 * What the scripted policy is about to do in one environment: straight pushes only, because a box
 * slips off a pusher that turns. The last push runs along an axis of the anchor; where the box does
 * not lie before its slot on such an axis, a first push brings it there.
 */
final class PushPlan {
  // distance of the axle from the centre of a box that lies against the pusher [m]
  private static final double CONTACT = 0.252;
  private static final double BEHIND = CONTACT + 0.05;
  private static final double AROUND = 0.40;
  private static final double BEFORE = 0.42;
  private static final double PASS = 0.30;
  // how far off the axis of the last push a box may lie [m], and what more for each metre before it
  private static final double OFFSET = 0.03;
  private static final double OFFSET_SLOPE = 0.06;
  // bends of the path that a box stays on the pusher in [1/m]
  private static final double BEND = 0.8;
  private static final double LAST_BEND = 0.5;

  private enum Mode {
    APPROACH,
    TURN,
    PUSH,
    RETREAT
  }

  /**
   * A push.
   *
   * @param quarter direction of the last push, quarter turns against the anchor; -1 while undecided
   * @param direct whether it ends in the slot, rather than before it
   */
  private record Leg(int quarter, boolean direct) {
    static final Leg NONE = new Leg(-1, false);
  }

  private Mode mode = Mode.APPROACH;
  private Leg leg = Leg.NONE;
  private int steps;
  private int settled;
  private int stage = -1;

  /** Returns speed [m/s] and turn [rad/s]; places and angles are in the robot's frame. */
  double[] command(Spot box, Spot slot, Spot anchor, double anchorYaw, int stageKey) {
    if (stageKey != stage) {
      stage = stageKey;
      enter(box.length() < BEHIND && box.x() > 0 ? Mode.RETREAT : Mode.APPROACH);
      leg = Leg.NONE;
    }
    steps++;
    if (leg.quarter < 0) {
      leg = choose(box, slot, anchor, anchorYaw);
    }
    double last = anchorYaw + leg.quarter * Math.PI / 2;
    Spot goal = leg.direct ? slot : slot.minus(Spot.polar(BEFORE, last));
    return switch (mode) {
      case APPROACH -> approach(box, goal, anchor, last);
      case TURN -> turn(box, goal, last);
      case PUSH -> push(box, goal, last);
      case RETREAT -> retreat(box);
    };
  }

  String mode() {
    return mode.name().toLowerCase(Locale.ROOT) + (leg.direct ? " in" : " before") + leg.quarter;
  }

  private void enter(Mode next) {
    mode = next;
    steps = 0;
    settled = 0;
  }

  private double[] again() {
    enter(Mode.RETREAT);
    leg = Leg.NONE;
    return new double[] {-0.3, 0};
  }

  // the shortest way that neither comes through the anchor nor passes it too closely
  private static Leg choose(Spot box, Spot slot, Spot anchor, double anchorYaw) {
    double blocked = slot.minus(anchor).angle();
    Leg best = Leg.NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 4; k++) {
      double last = anchorYaw + k * Math.PI / 2;
      Spot left = slot.minus(box).turned(-last);
      boolean direct = left.x() > 0.08 && Math.abs(left.y()) < OFFSET + OFFSET_SLOPE * left.x();
      Spot goal = direct ? slot : slot.minus(Spot.polar(BEFORE, last));
      double cost = goal.minus(box).length() + (direct ? 0 : BEFORE + 0.5);
      // through the anchor; or past it, where the box may touch and turn it
      cost += Math.cos(last - blocked) > 0.5 ? 100 : Math.cos(last - blocked) > -0.5 ? 0.6 : 0;
      cost += direct ? 0 : 10 * Math.max(0, 0.22 - gap(box, goal, anchor));
      if (cost < least) {
        least = cost;
        best = new Leg(k, direct);
      }
    }
    return best;
  }

  // distance of a place from the line between two others
  private static double gap(Spot from, Spot to, Spot place) {
    Spot way = to.minus(from);
    Spot off = place.minus(from).turned(-way.angle());
    double along = Math.max(0, Math.min(way.length(), off.x()));
    return Math.hypot(off.x() - along, off.y());
  }

  private double heading(Spot box, Spot goal, double last) {
    double straight = goal.minus(box).angle();
    // a short way gives no good direction
    boolean near = goal.minus(box).length() < 0.05;
    return near || leg.direct ? last : straight;
  }

  private double[] approach(Spot box, Spot goal, Spot anchor, double last) {
    double heading = heading(box, goal, last);
    Spot start = box.minus(Spot.polar(BEHIND, heading));
    if (start.length() < 0.03) {
      enter(Mode.TURN);
      return turn(box, goal, last);
    }
    Spot from = new Spot(0, 0).minus(box);
    double behind = Spot.wrap(heading + Math.PI - from.angle());
    if (Math.abs(behind) > 0.4) {
      double step = Math.signum(behind) * Math.min(Math.abs(behind), 0.8);
      return drive(past(anchor, box.plus(Spot.polar(AROUND, from.angle() + step))));
    }
    return drive(past(anchor, start));
  }

  // a detour where the anchor stands in the way
  private static Spot past(Spot anchor, Spot to) {
    double gap = gap(new Spot(0, 0), to, anchor);
    if (gap > PASS || anchor.length() > to.length() + 0.1 || anchor.minus(to).length() < PASS) {
      return to;
    }
    double side = anchor.turned(-to.angle()).y() > 0 ? -1 : 1;
    return anchor.plus(Spot.polar(1.3 * PASS, to.angle() + side * Math.PI / 2));
  }

  private static double[] drive(Spot to) {
    double away = to.angle();
    double speed = Math.min(0.4, 2.5 * to.length()) * Math.max(0, Math.cos(1.5 * away));
    return new double[] {Math.abs(away) > 1 ? 0 : speed, 4 * away};
  }

  private double[] turn(Spot box, Spot goal, double last) {
    double away = Spot.wrap(heading(box, goal, last));
    if (Math.abs(away) < 0.05) {
      enter(Mode.PUSH);
      return push(box, goal, last);
    }
    if (steps > 30) {
      enter(Mode.APPROACH);
    }
    return new double[] {0, 4 * away};
  }

  private double[] push(Spot box, Spot goal, double last) {
    boolean lost = box.x() > 0.40 || Math.abs(box.y()) > 0.09;
    double to = leg.direct ? last : goal.minus(box).angle();
    double left = goal.minus(box).turned(-last).x();
    boolean there =
        leg.direct ? left < 0.01 : goal.minus(box).length() < 0.05 || box.x() > goal.x();
    if (there) {
      settled++;
      return leg.direct && settled < 15 ? new double[2] : again();
    }
    boolean astray = Math.abs(Spot.wrap(to)) > 0.7;
    if (lost || astray || steps > 100) {
      return again();
    }
    // the axle's own path: where it must end so that the box, as it lies, ends at the goal
    Spot end = goal.minus(box.turned(to));
    double chord = end.angle();
    double swing = leg.direct ? Spot.wrap(chord - to) : 0;
    double curvature = (4 * chord + 2 * swing) / Math.max(0.15, end.length());
    double bend = leg.direct ? LAST_BEND : BEND;
    double pace = leg.direct ? Math.min(0.3, 0.06 + 1.5 * left) : 0.35;
    return new double[] {pace, pace * Math.max(-bend, Math.min(bend, curvature))};
  }

  private double[] retreat(Spot box) {
    if (box.length() > 0.36 || steps > 15) {
      enter(Mode.APPROACH);
    }
    return new double[] {-0.35, 0};
  }
}
