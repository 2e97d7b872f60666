package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Shape;

/** Which kinds of colliders meet, in the order in which the kernel goes through them. */
enum PairKind {
  PLANE_BALL(1),
  PLANE_CAPSULE(2),
  PLANE_BOX(8),
  PLANE_CYLINDER(4),
  PLANE_CONVEX(4),
  BALL_BALL(1),
  CAPSULE_BALL(1),
  CAPSULE_CAPSULE(1),
  CYLINDER_BALL(1),
  BOX_BALL(1),
  CONVEX_BALL(1),
  BOX_CAPSULE(3),
  BOX_BOX(5),
  CONVEX_CONVEX(5);

  private final int slots;

  PairKind(int slots) {
    this.slots = slots;
  }

  /** Returns the greatest number of contacts of one pair. */
  int slots() {
    return slots;
  }

  /** Returns the place of a shape's kind in pairs: the lower one comes first. */
  static int rank(Shape shape) {
    if (shape instanceof Shape.Plane) {
      return 0;
    } else if (shape instanceof Shape.Box) {
      return 1;
    } else if (shape instanceof Shape.Cylinder) {
      return 2;
    } else if (shape instanceof Shape.Convex) {
      return 3;
    } else if (shape instanceof Shape.Capsule) {
      return 4;
    }
    return 5;
  }

  /** Returns the kind of a pair whose first shape does not have the greater rank. */
  static PairKind of(Shape first, Shape second) {
    int b = rank(second);
    return switch (rank(first)) {
      case 0 ->
          switch (b) {
            case 1 -> PLANE_BOX;
            case 2 -> PLANE_CYLINDER;
            case 3 -> PLANE_CONVEX;
            case 4 -> PLANE_CAPSULE;
            default -> PLANE_BALL;
          };
      case 1 ->
          switch (b) {
            case 1 -> BOX_BOX;
            case 4 -> BOX_CAPSULE;
            case 5 -> BOX_BALL;
            default -> CONVEX_CONVEX;
          };
      case 2 -> b == 5 ? CYLINDER_BALL : CONVEX_CONVEX;
      case 3 -> b == 5 ? CONVEX_BALL : CONVEX_CONVEX;
      case 4 -> b == 5 ? CAPSULE_BALL : CAPSULE_CAPSULE;
      default -> BALL_BALL;
    };
  }
}
