package eyas.sim.task.quadrotor;

import eyas.assets.robot.QuadrotorParameters;

/** Writes a quadrotor and its surroundings to the parameter rows of one environment. */
public final class QuadrotorRows {
  // natural frequencies [rad/s] and damping of the rate loop that an autopilot would be tuned to
  private static final double ROLL_FREQUENCY = 25;
  private static final double YAW_FREQUENCY = 10;
  private static final double DAMPING = 0.8;

  private QuadrotorRows() {}

  /**
   * What surrounds a quadrotor in one environment.
   *
   * @param initPosition starts lie within this distance per axis [m]
   * @param delay command delay [control periods]
   * @param torqueDeviation standard deviation of the constant torque [N m]
   * @param gustForce standard deviation of the gust force [N]
   * @param gustTorque standard deviation of the gust torque [N m]
   * @param referenceKind 0 fixed target, 1 Langevin, 2 figure-eight
   * @param referencePeriod period of a figure-eight [s]
   */
  public record Surroundings(
      double initPosition,
      double delay,
      double torqueDeviation,
      double gustForce,
      double gustTorque,
      int referenceKind,
      double referencePeriod) {
    /** Returns surroundings that do nothing, with starts within {@code initPosition} [m]. */
    public static Surroundings calm(double initPosition) {
      return new Surroundings(initPosition, 0, 0, 0, 0, 0, 10);
    }
  }

  /** Fills {@code rows}, length {@link QuadrotorLayout#PARAMETER_ROWS}. */
  public static void fill(QuadrotorParameters q, Surroundings around, float[] rows) {
    put(rows, QuadrotorLayout.THRUST, q.thrustConstant(), q.thrustLinear(), q.thrustQuadratic());
    put(rows, QuadrotorLayout.ARM, q.arm());
    put(rows, QuadrotorLayout.TORQUE_CONSTANT, q.torqueConstant());
    put(rows, QuadrotorLayout.INVERSE_MASS, 1 / q.mass());
    put(rows, QuadrotorLayout.INERTIA, q.jxx(), q.jyy(), q.jzz());
    put(rows, QuadrotorLayout.INVERSE_INERTIA, q.inverseJxx(), q.inverseJyy(), q.inverseJzz());
    put(rows, QuadrotorLayout.INVERSE_RISE, 1 / q.motorRise(), 1 / q.motorFall());
    put(rows, QuadrotorLayout.TERM_POSITION, q.termPosition(), around.initPosition());
    put(rows, QuadrotorLayout.FORCE_DEVIATION, q.forceDeviation());
    put(rows, QuadrotorLayout.DRAG, q.dragHorizontal(), q.dragVertical());
    put(rows, QuadrotorLayout.DELAY, around.delay(), around.torqueDeviation());
    put(rows, QuadrotorLayout.GUST_DEVIATION, around.gustForce(), around.gustTorque());
    put(rows, QuadrotorLayout.REFERENCE_KIND, around.referenceKind(), around.referencePeriod());
    rateLoop(q, rows);
    features(q, around, rows);
  }

  // gain and damping that give the second-order loop its frequency through the motors' lag
  private static void rateLoop(QuadrotorParameters q, float[] rows) {
    double lag = (q.motorRise() + q.motorFall()) / 2;
    double slope = q.thrustLinear() + 2 * q.thrustQuadratic() * q.hoverSpeed();
    double[] authority = {
      4 * q.arm() * slope * q.inverseJxx(),
      4 * q.arm() * slope * q.inverseJyy(),
      4 * q.torqueConstant() * slope * q.inverseJzz()
    };
    for (int k = 0; k < 3; k++) {
      double frequency = k == 2 ? YAW_FREQUENCY : ROLL_FREQUENCY;
      put(rows, QuadrotorLayout.RATE_GAIN + k, frequency * frequency * lag / authority[k]);
      put(
          rows,
          QuadrotorLayout.RATE_DAMPING + k,
          Math.max(0, 2 * DAMPING * frequency * lag - 1) / authority[k]);
    }
  }

  // centred and scaled so that the distribution of RAPTOR has a spread of about one
  private static void features(QuadrotorParameters q, Surroundings around, float[] rows) {
    put(
        rows,
        QuadrotorLayout.FEATURE,
        q.thrustToWeight() - 3.25,
        Math.log(q.torqueToInertia() / 400) / 0.7,
        Math.log(q.yawAuthority() / 100),
        (q.motorRise() - 0.065) / 0.02,
        (q.motorFall() - 0.165) / 0.08,
        around.delay() / 1.5);
  }

  private static void put(float[] rows, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      rows[row + i] = (float) values[i];
    }
  }
}
