package eyas.assets.robot;

import eyas.assets.config.Suggestions;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.List;

/** A {@code <joint>}, its links still by name. */
record UrdfJoint(
    XmlElement element,
    String name,
    String type,
    String parent,
    String child,
    Pose origin,
    Vec3 axis,
    Joint.Limits limits,
    double damping,
    double friction,
    double armature) {
  /** A joint between nothing and a free body. */
  static final String FLOATING = "floating";

  private static final double ROUNDING = 1e-3;
  private static final List<String> TYPES =
      List.of("fixed", "revolute", "continuous", "prismatic", FLOATING);
  private static final List<String> PARTS =
      List.of(
          "origin",
          "parent",
          "child",
          "axis",
          "limit",
          "dynamics",
          "mimic",
          "calibration",
          "safety_controller");

  static UrdfJoint of(XmlElement e) {
    String name = e.identifier("name");
    String type = e.requiredText("type");
    if (type.equals("planar")) {
      throw e.refused("planar joints are not read; let the scene say `base: planar` instead.");
    }
    if (!TYPES.contains(type)) {
      throw e.refused(
          "`type` is `%s`. %s"
              .formatted(XmlElement.quoted(type), Suggestions.sentence(type, TYPES)));
    }
    e.requireOnly(PARTS);
    if (e.child("mimic").isPresent()) {
      throw e.child("mimic")
          .orElseThrow()
          .refused(
              "joint `%s` follows another, which the engines cannot do. Remove <mimic>, or make the"
                      .formatted(name)
                  + " joint fixed.");
    }
    boolean moves = !type.equals("fixed") && !type.equals(FLOATING);
    return new UrdfJoint(
        e,
        name,
        type,
        e.required("parent").identifier("link"),
        e.required("child").identifier("link"),
        e.origin(),
        moves ? axis(e) : new Vec3(1, 0, 0),
        moves ? limits(e, type) : Joint.Limits.NONE,
        dynamics(e, "damping"),
        dynamics(e, "friction"),
        dynamics(e, "armature"));
  }

  private static double dynamics(XmlElement e, String attribute) {
    return e.child("dynamics").map(d -> d.notNegative(attribute, 0)).orElse(0.0);
  }

  private static Vec3 axis(XmlElement e) {
    if (e.child("axis").isEmpty()) {
      return new Vec3(1, 0, 0);
    }
    XmlElement element = e.required("axis");
    Vec3 axis = element.vector("xyz", new Vec3(1, 0, 0));
    double length = axis.norm();
    if (length < 1e-9) {
      throw element.refused("`xyz` is zero; a joint needs the direction of its axis.");
    }
    if (Math.abs(length - 1) > ROUNDING) {
      throw element.refused(
          "`xyz` has length %.6g, but must have length 1. Write \"%.9g %.9g %.9g\"."
              .formatted(length, axis.x() / length, axis.y() / length, axis.z() / length));
    }
    return axis.times(1 / length);
  }

  private static Joint.Limits limits(XmlElement e, String type) {
    if (type.equals("continuous")) {
      return e.child("limit").map(l -> limits(l, -INFINITE, INFINITE)).orElse(Joint.Limits.NONE);
    }
    XmlElement limit = e.required("limit");
    double lower = limit.number("lower", 0);
    double upper = limit.number("upper", 0);
    if (!(lower < upper)) {
      throw limit.refused(
          "`lower` is %s and `upper` is %s; lower must be below upper. A joint that stands still is"
                  .formatted(lower, upper)
              + " of type fixed.");
    }
    return limits(limit, lower, upper);
  }

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Joint.Limits limits(XmlElement limit, double lower, double upper) {
    return new Joint.Limits(
        lower,
        upper,
        limit.notNegative("effort", INFINITE),
        limit.notNegative("velocity", INFINITE));
  }

  Joint joint(int parentIndex, int childIndex) {
    return new Joint(
        name,
        JointType.valueOf(type.toUpperCase(java.util.Locale.ROOT)),
        parentIndex,
        childIndex,
        origin,
        axis,
        limits,
        damping,
        friction,
        armature);
  }
}
