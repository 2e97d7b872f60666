package eyas.policies.evaluate.push;

/** A place in the robot's frame [m]: x ahead of the axle, y to the left. */
record Spot(double x, double y) {
  static Spot polar(double length, double angle) {
    return new Spot(length * Math.cos(angle), length * Math.sin(angle));
  }

  Spot plus(Spot other) {
    return new Spot(x + other.x, y + other.y);
  }

  Spot minus(Spot other) {
    return new Spot(x - other.x, y - other.y);
  }

  Spot turned(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Spot(c * x - s * y, s * x + c * y);
  }

  double length() {
    return Math.hypot(x, y);
  }

  double angle() {
    return Math.atan2(y, x);
  }

  /** Returns an angle within a half turn of 0. */
  static double wrap(double angle) {
    return Math.atan2(Math.sin(angle), Math.cos(angle));
  }
}
