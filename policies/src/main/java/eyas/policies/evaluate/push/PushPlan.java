package eyas.policies.evaluate.push;

/** What the scripted policy is about to do in one environment. */
final class PushPlan {
  // distance of the axle from the centre of a box that lies against the pusher [m]
  private static final double CONTACT = 0.252;
  private static final double BEHIND = CONTACT + 0.06;
  private static final double AROUND = 0.40;
  private static final double LARGEST_SWING = Math.toRadians(Double.parseDouble(System.getProperty("sw", "40")));
  private static final int PATIENCE = 100;

  private static final double CU = Double.parseDouble(System.getProperty("cu", "1.5"));

  private enum Mode {
    APPROACH,
    TURN,
    PUSH,
    RETREAT
  }

  private Mode mode = Mode.APPROACH;
  private int quarter = -1;
  private int steps;
  private int stage = -1;

  /** Returns speed [m/s] and turn [rad/s]; places and angles are in the robot's frame. */
  double[] command(Spot box, Spot slot, Spot anchor, double anchorYaw, int stageKey) {
    if (stageKey != stage) {
      stage = stageKey;
      enter(box.length() < 0.3 ? Mode.RETREAT : Mode.APPROACH);
      quarter = -1;
    }
    steps++;
    if (quarter < 0) {
      quarter = choose(box, slot, anchor, anchorYaw);
    }
    double last = anchorYaw + quarter * Math.PI / 2;
    return switch (mode) {
      case APPROACH -> approach(box, slot, last);
      case TURN -> turn(box, slot, last);
      case PUSH -> push(box, slot, last);
      case RETREAT -> retreat(box);
    };
  }

  String mode() {
    return mode.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void enter(Mode next) {
    mode = next;
    steps = 0;
  }

  // the direction of the last push that bends the path least and does not come through the anchor
  private static int choose(Spot box, Spot slot, Spot anchor, double anchorYaw) {
    double straight = slot.minus(box).angle();
    double blocked = slot.minus(anchor).angle();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 4; k++) {
      double last = anchorYaw + k * Math.PI / 2;
      boolean through = Math.cos(last - blocked) > 0.5;
      double bend = Math.abs(Spot.wrap(last - straight)) + (through ? 10 : 0);
      if (bend < least) {
        least = bend;
        best = k;
      }
    }
    return best;
  }

  // heading of the robot at the start of an arc that ends at the slot with the heading `last`
  private static double first(Spot box, Spot slot, double last) {
    double straight = slot.minus(box).angle();
    double swing = Spot.wrap(last - straight);
    return straight - Math.max(-LARGEST_SWING, Math.min(LARGEST_SWING, swing));
  }

  private double[] approach(Spot box, Spot slot, double last) {
    double heading = first(box, slot, last);
    Spot start = box.minus(Spot.polar(BEHIND, heading));
    if (start.length() < 0.035) {
      enter(Mode.TURN);
      return turn(box, slot, last);
    }
    Spot from = new Spot(0, 0).minus(box);
    double behind = Spot.wrap(heading + Math.PI - from.angle());
    if (Math.abs(behind) > 0.5) {
      double step = Math.signum(behind) * Math.min(Math.abs(behind), 0.8);
      return drive(box.plus(Spot.polar(AROUND, from.angle() + step)), 0.4);
    }
    return drive(start, 0.4);
  }

  private static double[] drive(Spot to, double fastest) {
    double away = to.angle();
    double speed = Math.min(fastest, 2.5 * to.length()) * Math.max(0, Math.cos(1.5 * clamp(away)));
    return new double[] {Math.abs(away) > 1 ? 0 : speed, 3.5 * away};
  }

  private static double clamp(double angle) {
    return Math.max(-1.05, Math.min(1.05, angle));
  }

  private double[] turn(Spot box, Spot slot, double last) {
    double away = Spot.wrap(first(box, slot, last));
    if (Math.abs(away) < 0.06) {
      enter(Mode.PUSH);
      return push(box, slot, last);
    }
    if (steps > 30) {
      enter(Mode.APPROACH);
    }
    return new double[] {0, 3.5 * away};
  }

  private double[] push(Spot box, Spot slot, double last) {
    boolean lost = box.x() > 0.40 || Math.abs(box.y()) > 0.10;
    if (steps > PATIENCE || (lost && steps > 3)) {
      enter(Mode.RETREAT);
      quarter = -1;
      return new double[] {-0.2, 0};
    }
    // the axle's own path: where it must end so that the box, as it lies, ends in the slot
    Spot end = slot.minus(box.turned(last));
    double left = slot.minus(box).turned(-last).x();
    if (left < 0.01) {
      if (steps > 5) {
        return settle(box, slot);
      }
      return new double[2];
    }
    double chord = end.angle();
    double swing = Spot.wrap(chord - last);
    double curvature = (4 * chord + 2 * swing) / Math.max(0.1, end.length());
    double bend = Math.max(-CU, Math.min(CU, curvature));
    double pace = Math.min(0.25, 0.06 + left);
    return new double[] {pace, pace * bend};
  }

  // the box is where it should be, or missed its slot
  private double[] settle(Spot box, Spot slot) {
    if (steps > 12 && slot.minus(box).length() > 0.03) {
      enter(Mode.RETREAT);
      quarter = -1;
      return new double[] {-0.2, 0};
    }
    return new double[2];
  }

  private double[] retreat(Spot box) {
    if (box.length() > 0.40 || steps > 15) {
      enter(Mode.APPROACH);
    }
    return new double[] {-0.25, 0};
  }
}
