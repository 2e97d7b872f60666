package eyas.sim.engine.chain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A chain of links on a fixed base: at zero angles every link lies along +x, gravity along -z.
 *
 * @param links from base to tip
 * @param drive the same for every joint
 */
record Finger(List<Link> links, Drive drive) {
  static final double GRAVITY = 9.81;

  /** Speed at which Coulomb friction has reached 76 % of its size [rad/s]. */
  static final double FRICTION_SPEED = 0.1;

  /**
   * A cylinder behind a hinge.
   *
   * @param axis hinge axis in the parent's frame at zero angle: 1 is y (flexion), 2 is z (spread)
   * @param length [m]
   * @param radius [m]
   * @param mass [kg]
   * @param armature rotor inertia felt at the joint [kg m²]
   * @param extra inertia added to the link about its own hinge axis [kg m²]
   */
  record Link(int axis, double length, double radius, double mass, double armature, double extra) {
    /** Returns the principal inertia about {@code k} (x, y, z) at the centre [kg m²]. */
    double inertia(int k) {
      double across = mass * (length * length / 12 + radius * radius / 4);
      return (k == 0 ? mass * radius * radius / 2 : across) + (k == axis ? extra : 0);
    }

    /** Returns this link with its armature as part of the link: right for a first joint only. */
    Link withArmatureInside() {
      return new Link(axis, length, radius, mass, 0, extra + armature);
    }
  }

  /**
   * Torque-limited PD drive with friction.
   *
   * @param stiffness [N m/rad]
   * @param damping [N m s/rad]
   * @param limit of stiffness and damping together [N m]
   * @param viscous friction of the joint [N m s/rad]
   * @param coulomb friction of the joint [N m]
   */
  record Drive(double stiffness, double damping, double limit, double viscous, double coulomb) {
    /** No drive and no friction. */
    static final Drive NONE = new Drive(0, 0, 1, 0, 0);

    /** Returns the torque of drive and friction [N m]. */
    double torque(double target, double angle, double speed) {
      double wanted = stiffness * (target - angle) - damping * speed;
      return Math.max(-limit, Math.min(limit, wanted))
          - viscous * speed
          - coulomb * Math.tanh(speed / FRICTION_SPEED);
    }
  }

  /** Returns one uniform rod without drive: a physical pendulum. */
  static Finger pendulum(double length) {
    return new Finger(List.of(new Link(1, length, 0.01, 0.5, 0, 0)), Drive.NONE);
  }

  /** Returns a finger of human size: spread, two flexions; armature as given [kg m²]. */
  static Finger human(double armature, Drive drive) {
    return new Finger(
        List.of(
            new Link(2, 0.05, 0.009, 0.03, armature, 0),
            new Link(1, 0.035, 0.008, 0.02, armature, 0),
            new Link(1, 0.025, 0.007, 0.01, armature, 0)),
        drive);
  }

  /** Returns a drive as small servo hands have it. */
  static Drive servo() {
    return new Drive(1, 0.03, 0.3, 0.001, 0.005);
  }

  /** Returns this finger as an engine without armature has to model it. */
  Finger withArmatureInside() {
    return new Finger(links.stream().map(Link::withArmatureInside).toList(), drive);
  }

  int joints() {
    return links.size();
  }

  /** Returns the constants of the model as kernel text. */
  String constants() {
    return table("LENGTH", links.stream().map(Link::length).toList())
        + table("MASS", links.stream().map(Link::mass).toList())
        + table("INERTIA_ALONG", links.stream().map(link -> link.inertia(0)).toList())
        + table(
            "INERTIA_ACROSS", links.stream().map(link -> link.inertia(3 - link.axis())).toList())
        + table("ARMATURE", links.stream().map(Link::armature).toList())
        + "constant int AXIS[JOINTS] = {"
        + links.stream().map(link -> "" + link.axis()).collect(Collectors.joining(", "))
        + "};\n";
  }

  private static String table(String name, List<Double> values) {
    return "constant float "
        + name
        + "[JOINTS] = {"
        + values.stream()
            .map(value -> String.format(Locale.ROOT, "%.9ef", value))
            .collect(Collectors.joining(", "))
        + "};\n";
  }
}
