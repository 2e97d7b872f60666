package eyas.policies.evaluate.baseline;

import eyas.policies.evaluate.Batches;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.FusedPolicy;
import java.util.Optional;

/**
 * Classical baseline: a cascade of linear-quadratic regulators with integral action, tuned on one
 * nominal quadrotor. It sees what a student sees and does not know which quadrotor it flies; like
 * an autopilot it estimates the thrust.
 */
public final class PidPolicy implements FlightPolicy {
  static final int FEATURES = 22;

  private final NominalQuadrotor nominal;
  private final CascadeGains gains;
  private final CascadeTuning tuning;
  private final boolean rates;
  private final double rollRate;
  private final double yawRate;
  private InnerLoop[] loops = {};

  private PidPolicy(
      NominalQuadrotor nominal,
      CascadeTuning tuning,
      boolean rates,
      double rollRate,
      double yawRate) {
    this.nominal = nominal;
    this.gains = CascadeGains.of(nominal, tuning);
    this.tuning = tuning;
    this.rates = rates;
    this.rollRate = rollRate;
    this.yawRate = yawRate;
  }

  /** Returns the cascade that commands motors. */
  public static PidPolicy motors(NominalQuadrotor nominal) {
    return motors(nominal, CascadeTuning.MOTORS);
  }

  static PidPolicy motors(NominalQuadrotor nominal, CascadeTuning tuning) {
    return new PidPolicy(nominal, tuning, false, 1, 1);
  }

  /**
   * Returns the cascade that commands collective thrust and body rates.
   *
   * @param rollRate body rate of roll and pitch that an action of 1 means [rad/s]
   * @param yawRate body rate of yaw that an action of 1 means [rad/s]
   */
  public static PidPolicy rates(NominalQuadrotor nominal, double rollRate, double yawRate) {
    return new PidPolicy(nominal, CascadeTuning.RATES, true, rollRate, yawRate);
  }

  @Override
  public Optional<FusedPolicy> fused() {
    return rates
        ? Optional.empty()
        : Optional.of(
            new FusedPolicy(new CascadeKernel(nominal, tuning), CascadeKernel.pack(gains)));
  }

  @Override
  public String name() {
    return rates ? "pid-rates" : "pid";
  }

  @Override
  public String group() {
    return "onboard";
  }

  @Override
  public void start(int environments) {
    loops = new InnerLoop[environments];
    for (int e = 0; e < environments; e++) {
      loops[e] =
          rates
              ? new RateLoop(nominal, gains, tuning, rollRate, yawRate)
              : new MotorLoop(nominal, gains, tuning);
    }
  }

  @Override
  public void forget(boolean[] ended) {
    for (int e = 0; e < ended.length; e++) {
      if (ended[e]) {
        loops[e].reset();
      }
    }
  }

  @Override
  public void act(float[] observations, float[] actions) {
    Batches.parallel(
        loops.length,
        (part, from, to) -> {
          for (int e = from; e < to; e++) {
            loops[e].act(observations, e * FEATURES, actions, e * 4);
          }
        });
  }
}
