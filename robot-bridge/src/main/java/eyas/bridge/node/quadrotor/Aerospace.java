package eyas.bridge.node.quadrotor;

/**
 * From the frames of flight controllers, NED for the world and FRD for the body, to those of ROS,
 * ENU and FLU (REP 103), and back. Each conversion is its own inverse. Works in place; allocates
 * nothing.
 */
public final class Aerospace {
  private static final double HALF_ROOT = Math.sqrt(0.5);

  private Aerospace() {}

  /**
   * NED to ENU, or ENU to NED.
   *
   * @param vector (x, y, z) becomes (y, x, −z)
   */
  public static void world(double[] vector) {
    double x = vector[0];
    vector[0] = vector[1];
    vector[1] = x;
    vector[2] = -vector[2];
  }

  /**
   * FRD to FLU, or FLU to FRD.
   *
   * @param vector (x, y, z) becomes (x, −y, −z)
   */
  public static void body(double[] vector) {
    vector[1] = -vector[1];
    vector[2] = -vector[2];
  }

  /**
   * A rotation of FRD into NED to one of FLU into ENU, or back: (0, √½, √½, 0) ⊗ q ⊗ (0, 1, 0, 0),
   * with the sign that leaves the scalar part of small rotations positive.
   *
   * @param quaternion (w, x, y, z), Hamilton
   */
  public static void rotation(double[] quaternion) {
    double w = quaternion[0];
    double x = quaternion[1];
    double y = quaternion[2];
    double z = quaternion[3];
    quaternion[0] = HALF_ROOT * (w + z);
    quaternion[1] = HALF_ROOT * (x + y);
    quaternion[2] = HALF_ROOT * (x - y);
    quaternion[3] = HALF_ROOT * (w - z);
  }

  /**
   * Heading from north clockwise (NED) to heading from east counter-clockwise (ENU), or back.
   *
   * @param yaw heading [rad]
   * @return π/2 − yaw, not wrapped [rad]
   */
  public static double heading(double yaw) {
    return Math.PI / 2 - yaw;
  }

  /**
   * Turns a vector of the body's frame into the world's: v + 2 w (u × v) + 2 u × (u × v).
   *
   * @param quaternion (w, u), body to world
   * @param vector turned in place
   */
  public static void rotate(double[] quaternion, double[] vector) {
    double w = quaternion[0];
    double a = quaternion[1];
    double b = quaternion[2];
    double c = quaternion[3];
    double tx = 2 * (b * vector[2] - c * vector[1]);
    double ty = 2 * (c * vector[0] - a * vector[2]);
    double tz = 2 * (a * vector[1] - b * vector[0]);
    double x = vector[0] + w * tx + b * tz - c * ty;
    double y = vector[1] + w * ty + c * tx - a * tz;
    double z = vector[2] + w * tz + a * ty - b * tx;
    vector[0] = x;
    vector[1] = y;
    vector[2] = z;
  }

  /**
   * Makes the length 1, if it is near that already.
   *
   * @param quaternion divided in place
   * @return whether its length was within 5 % of 1
   */
  public static boolean normalise(double[] quaternion) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += quaternion[i] * quaternion[i];
    }
    double norm = Math.sqrt(sum);
    for (int i = 0; i < 4; i++) {
      quaternion[i] /= norm;
    }
    return Math.abs(norm - 1) <= 0.05;
  }
}
