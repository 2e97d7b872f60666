package eyas.policies.evaluate.baseline;

import eyas.policies.analytic.LanePolicy;
import eyas.sim.device.KernelSource;

/**
 * The cascade that commands motors, as a kernel ({@code cascade.cl}); its weights are the gains.
 *
 * @param nominal quadrotor that it is tuned on
 * @param tuning its limits
 */
record CascadeKernel(NominalQuadrotor nominal, CascadeTuning tuning) implements LanePolicy {
  @Override
  public int weights() {
    return 10;
  }

  /** Returns the gains as the kernel reads them. */
  static float[] pack(CascadeGains gains) {
    double[][] rows = {gains.position(), gains.tilt(), gains.heading()};
    float[] packed = new float[10];
    int at = 0;
    for (double[] row : rows) {
      for (double gain : row) {
        packed[at++] = (float) gain;
      }
    }
    return packed;
  }

  @Override
  public KernelSource addTo(KernelSource source) {
    return limits(estimate(source))
        .define("CURVE0", NominalQuadrotor.CURVE[0])
        .define("CURVE1", NominalQuadrotor.CURVE[1])
        .define("CURVE2", NominalQuadrotor.CURVE[2])
        .define("ROLL_AUTHORITY", nominal.rollAuthority())
        .define("YAW_AUTHORITY", nominal.yawAuthority())
        .define("MOTOR_SHARE", PositionLoop.motorShare(nominal))
        .define("FIRST_SPEED", PositionLoop.FIRST_SPEED)
        .define("NET_INPUTS", PidPolicy.FEATURES)
        .define("INLINE", "inline __attribute__((always_inline))")
        .file(CascadeKernel.class, "cascade.cl");
  }

  private KernelSource estimate(KernelSource source) {
    return source
        .define("FIRST_THRUST", ThrustEstimate.first(nominal))
        .define("DOUBT", ThrustEstimate.DOUBT)
        .define("DRIFT", ThrustEstimate.DRIFT)
        .define("MEASUREMENT", ThrustEstimate.MEASUREMENT)
        .define("LEAST_THRUST", ThrustEstimate.LEAST)
        .define("MOST_THRUST", ThrustEstimate.MOST);
  }

  private KernelSource limits(KernelSource source) {
    return source
        .define("MOST_INTEGRAL", PositionLoop.MOST_INTEGRAL)
        .define("MOST_DOWN", PositionLoop.MOST_DOWN)
        .define("MOST_SIDEWAYS", tuning.mostSideways())
        .define("MOST_ANGLE", tuning.mostAngle())
        .define("MOST_TILT_SHARE", tuning.mostTiltShare())
        .define("MOST_HEADING_SHARE", MotorLoop.MOST_HEADING_SHARE);
  }
}
