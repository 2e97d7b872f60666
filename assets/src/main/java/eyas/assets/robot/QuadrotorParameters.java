package eyas.assets.robot;

/**
 * Physical parameters of one quadrotor with four equal rotors in an X.
 *
 * <p>Rotors stand front-right, back-right, back-left, front-left in the body frame (FLU) at (arm,
 * -arm), (-arm, -arm), (-arm, arm), (arm, arm); the torque each puts on the body about +z is (-1,
 * +1, -1, +1) times {@code torqueConstant} times its thrust. Thrust of one rotor [N] is {@code
 * thrustConstant + thrustLinear w + thrustQuadratic w²} with the normalised speed w in [0, 1],
 * which follows its command with the time constants {@code motorRise} and {@code motorFall}. Model
 * and names follow Eschmann et al., "RAPTOR" (arXiv 2509.11481).
 *
 * @param name name or number of the quadrotor
 * @param mass [kg]
 * @param thrustConstant c0 [N]
 * @param thrustLinear c1 [N]
 * @param thrustQuadratic c2 [N]
 * @param arm x and y distance of every rotor from the centre [m]
 * @param torqueConstant yaw torque over thrust [m]
 * @param motorRise time constant when speeding up [s]
 * @param motorFall time constant when slowing down [s]
 * @param jxx moment of inertia about body x [kg m²]
 * @param jyy moment of inertia about body y [kg m²]
 * @param jzz moment of inertia about body z [kg m²]
 * @param inverseJxx inverse inertia used by the dynamics [1/(kg m²)]
 * @param inverseJyy inverse inertia used by the dynamics [1/(kg m²)]
 * @param inverseJzz inverse inertia used by the dynamics [1/(kg m²)]
 * @param forceDeviation standard deviation of the constant disturbance force per axis [N]
 * @param initPosition largest start distance per axis [m]
 * @param termPosition distance per axis at which an episode ends [m]
 * @param dragHorizontal linear drag along body x and y [N s/m]
 * @param dragVertical linear drag along body z [N s/m]
 */
public record QuadrotorParameters(
    String name,
    double mass,
    double thrustConstant,
    double thrustLinear,
    double thrustQuadratic,
    double arm,
    double torqueConstant,
    double motorRise,
    double motorFall,
    double jxx,
    double jyy,
    double jzz,
    double inverseJxx,
    double inverseJyy,
    double inverseJzz,
    double forceDeviation,
    double initPosition,
    double termPosition,
    double dragHorizontal,
    double dragVertical) {
  /** Standard gravity as the simulators use it [m/s²]. */
  public static final double GRAVITY = 9.81;

  /** Refuses parameters that no quadrotor can have. */
  public QuadrotorParameters {
    ParameterCheck check = new ParameterCheck(name);
    check.positive("mass [kg]", mass);
    check.finite("thrust constant c0 [N]", thrustConstant);
    check.finite("thrust linear c1 [N]", thrustLinear);
    check.finite("thrust quadratic c2 [N]", thrustQuadratic);
    check.positive("arm [m]", arm);
    check.notNegative("torque constant [m]", torqueConstant);
    check.positive("motor rise time [s]", motorRise);
    check.positive("motor fall time [s]", motorFall);
    check.inertia(new double[] {jxx, jyy, jzz}, new double[] {inverseJxx, inverseJyy, inverseJzz});
    check.notNegative("force deviation [N]", forceDeviation);
    check.positive("start distance [m]", initPosition);
    check.positive("termination distance [m]", termPosition);
    check.notNegative("horizontal drag [N s/m]", dragHorizontal);
    check.notNegative("vertical drag [N s/m]", dragVertical);
    double most = thrustConstant + thrustLinear + thrustQuadratic;
    check.lifts(thrustConstant, most, mass * GRAVITY / 4);
  }

  /** Thrust of one rotor [N] at the normalised speed w in [0, 1]. */
  public double thrust(double w) {
    return thrustConstant + w * (thrustLinear + w * thrustQuadratic);
  }

  /** Thrust of one rotor at full speed [N]. */
  public double maxThrustPerRotor() {
    return thrust(1);
  }

  /** Greatest total thrust over weight [1]. */
  public double thrustToWeight() {
    return 4 * maxThrustPerRotor() / (mass * GRAVITY);
  }

  /** Greatest roll torque over inertia as RAPTOR defines it: sqrt(2) arm F / jxx [1/s²]. */
  public double torqueToInertia() {
    return Math.sqrt(2) * arm * maxThrustPerRotor() / jxx;
  }

  /** Yaw acceleration with one pair of rotors at full speed and the other at rest [rad/s²]. */
  public double yawAuthority() {
    return 2 * torqueConstant * maxThrustPerRotor() / jzz;
  }

  /** Normalised rotor speed w in [0, 1] at which four rotors carry the weight: 4 f(w) = m g. */
  public double hoverSpeed() {
    double low = 0;
    double high = 1;
    // bisection: f(0) < m g / 4 <= f(1) holds for every instance; 60 halvings exhaust a double
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (thrust(middle) < mass * GRAVITY / 4) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
