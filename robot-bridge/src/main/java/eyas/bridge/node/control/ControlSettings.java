package eyas.bridge.node.control;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.Settings;

/**
 * How the loop runs.
 *
 * @param period time between steps [s]
 * @param stepsPerNative steps for each one that advances the policy's memory
 * @param ramp how long the policy's commands are blended in [s]
 * @param recovery how long a fault must have been away before the policy may act again [s]
 * @param replay with simulated time, whether each step waits for its sensors
 * @param patience how long it does so, on the wall clock [ns]
 * @param spin the last part of each wait, in which the thread does not sleep [ns]
 */
public record ControlSettings(
    double period,
    int stepsPerNative,
    double ramp,
    double recovery,
    boolean replay,
    long patience,
    long spin) {
  private static final double TOLERANCE = 1e-6;

  /**
   * Reads {@code ~rate}, {@code ~ramp}, {@code ~recovery}, {@code ~replay}, {@code
   * ~replay_patience}, {@code ~spin_us}.
   *
   * @param settings the node's private parameters
   * @param contract of the policy
   */
  public static ControlSettings of(Settings settings, PolicyContract contract) {
    double training = 1 / contract.controlPeriod();
    double rate = settings.number("rate", training, training * (1 - TOLERANCE), 10_000);
    double ratio = rate * contract.controlPeriod();
    if (Math.abs(ratio - Math.rint(ratio)) > TOLERANCE * ratio) {
      throw new FamilyException(
          "Parameter ~rate is %s Hz, but policy `%s` was trained at %s Hz; the rate must be a whole multiple of that, such as %s."
              .formatted(
                  rate, contract.name(), training, training * Math.max(1, Math.rint(ratio))));
    }
    int steps = (int) Math.rint(ratio);
    return new ControlSettings(
        contract.controlPeriod() / steps,
        steps,
        settings.number("ramp", 0.5, 0, 60),
        settings.number("recovery", 0.5, 0.001, 60),
        settings.flag("replay", true),
        Math.round(1e9 * settings.number("replay_patience", 0.1, 0.001, 60)),
        Math.round(1000 * settings.number("spin_us", 0, 0, 1000)));
  }

  /** Time between steps [ns]. */
  public long periodNanoseconds() {
    return Math.round(period * 1e9);
  }
}
