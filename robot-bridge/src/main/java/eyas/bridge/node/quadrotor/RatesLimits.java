package eyas.bridge.node.quadrotor;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionTerm;
import eyas.bridge.node.family.Settings;
import eyas.bridge.safety.CommandChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits of thrust and body rates: the contract's ranges, made narrower by parameters, slew limits,
 * and the safe command: no rates, and a thrust a little below hover, so that the quadrotor keeps
 * its attitude and sinks until the flight controller's own failsafe takes over.
 */
public final class RatesLimits {
  private RatesLimits() {}

  /**
   * Reads {@code ~hover_thrust}, {@code ~safe_thrust}, {@code ~max_thrust}, {@code ~max_rate},
   * {@code ~slew_thrust}, {@code ~slew_rate}.
   *
   * @param action thrust and three rates
   * @param settings the node's private parameters
   * @param curve of the thrust
   */
  public static List<CommandChannel> of(
      ActionContract action, Settings settings, ThrustCurve curve) {
    double hover = settings.number("hover_thrust", 0.5, 0.01, 1);
    double safe = settings.number("safe_thrust", 0.9 * hover, 0, 1);
    double most = settings.number("max_thrust", 1, 0.01, 1);
    double rate = settings.number("max_rate", 100, 0.1, 100);
    double thrustSlew = settings.number("slew_thrust", 50, 0.1, 1e6);
    double rateSlew = settings.number("slew_rate", 1000, 1, 1e6);
    List<CommandChannel> channels = new ArrayList<>();
    ActionTerm thrust = action.terms().get(0);
    double upper = Math.min(thrust.maximum(), most);
    double safeFraction = Math.max(thrust.minimum(), Math.min(upper, curve.inverse(safe)));
    channels.add(
        new CommandChannel(thrust.name(), thrust.minimum(), upper, thrustSlew, safeFraction));
    for (ActionTerm term : action.terms().subList(1, action.size())) {
      channels.add(
          new CommandChannel(
              term.name(),
              Math.max(term.minimum(), -rate),
              Math.min(term.maximum(), rate),
              rateSlew,
              0));
    }
    return List.copyOf(channels);
  }
}
