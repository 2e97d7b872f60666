package eyas.sim.engine.chain;

import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/** Three-dimensional algebra that returns new values. */
final class Space {
  private Space() {}

  static DMatrix3 plus(DMatrix3 a, double scale, DMatrix3 b) {
    return new DMatrix3(a.a1 + scale * b.a1, a.a2 + scale * b.a2, a.a3 + scale * b.a3);
  }

  static DMatrix3 cross(DMatrix3 a, DMatrix3 b) {
    return new DMatrix3(
        a.a2 * b.a3 - a.a3 * b.a2, a.a3 * b.a1 - a.a1 * b.a3, a.a1 * b.a2 - a.a2 * b.a1);
  }

  static double dot(DMatrix3 a, DMatrix3 b) {
    return a.a1 * b.a1 + a.a2 * b.a2 + a.a3 * b.a3;
  }

  static DMatrix3 times(DMatrix3x3 m, DMatrix3 v) {
    DMatrix3 out = new DMatrix3();
    CommonOps_DDF3.mult(m, v, out);
    return out;
  }

  static DMatrix3x3 times(DMatrix3x3 a, DMatrix3x3 b) {
    DMatrix3x3 out = new DMatrix3x3();
    CommonOps_DDF3.mult(a, b, out);
    return out;
  }

  /** Returns R diag(d) R^T. */
  static DMatrix3x3 turned(DMatrix3x3 rotation, double x, double y, double z) {
    DMatrix3x3 out = new DMatrix3x3();
    CommonOps_DDF3.multTransB(
        times(rotation, new DMatrix3x3(x, 0, 0, 0, y, 0, 0, 0, z)), rotation, out);
    return out;
  }

  static DMatrix3 column(DMatrix3x3 m, int k) {
    return new DMatrix3(m.get(0, k), m.get(1, k), m.get(2, k));
  }

  /** Returns the rotation about y (axis 1) or z (axis 2). */
  static DMatrix3x3 turn(int axis, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return axis == 1
        ? new DMatrix3x3(c, 0, s, 0, 1, 0, -s, 0, c)
        : new DMatrix3x3(c, -s, 0, s, c, 0, 0, 0, 1);
  }
}
