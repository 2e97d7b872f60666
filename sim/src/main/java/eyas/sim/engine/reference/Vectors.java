package eyas.sim.engine.reference;

import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;

/** Three-vectors and rotation matrices between arrays and EJML. */
final class Vectors {
  private Vectors() {}

  /** Reads three values from {@code row} on and returns {@code out}. */
  static DMatrix3 get(double[] values, int row, DMatrix3 out) {
    out.setTo(values[row], values[row + 1], values[row + 2]);
    return out;
  }

  /** Writes three values from {@code row} on. */
  static void set(double[] values, int row, DMatrix3 in) {
    values[row] = in.a1;
    values[row + 1] = in.a2;
    values[row + 2] = in.a3;
  }

  /** Writes a x b into {@code out}, which must be neither of them. */
  static void cross(DMatrix3 a, DMatrix3 b, DMatrix3 out) {
    out.a1 = a.a2 * b.a3 - a.a3 * b.a2;
    out.a2 = a.a3 * b.a1 - a.a1 * b.a3;
    out.a3 = a.a1 * b.a2 - a.a2 * b.a1;
  }

  /** Writes the rotation matrix (body to world) of the quaternion (w, x, y, z) at {@code row}. */
  static void rotation(double[] values, int row, DMatrix3x3 out) {
    double w = values[row];
    double x = values[row + 1];
    double y = values[row + 2];
    double z = values[row + 3];
    out.setTo(
        1 - 2 * (y * y + z * z),
        2 * (x * y - w * z),
        2 * (x * z + w * y),
        2 * (x * y + w * z),
        1 - 2 * (x * x + z * z),
        2 * (y * z - w * x),
        2 * (x * z - w * y),
        2 * (y * z + w * x),
        1 - 2 * (x * x + y * y));
  }
}
