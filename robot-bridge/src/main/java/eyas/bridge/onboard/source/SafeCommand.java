package eyas.bridge.onboard.source;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.ActionTerm;
import java.util.List;

/**
 * The command that leaves when a policy fails: motors at their lowest, no thrust, and for all other
 * commands the value nearest to zero.
 */
final class SafeCommand {
  private SafeCommand() {}

  /** Returns one value for each action, in its unit. */
  static List<Float> of(ActionContract action) {
    return action.terms().stream().map(term -> safe(action.mapping(), term)).toList();
  }

  private static float safe(ActionMapping mapping, ActionTerm term) {
    boolean lowest =
        mapping == ActionMapping.MOTORS
            || (mapping == ActionMapping.RATES && term.name().equals("thrust"));
    double value = lowest ? term.minimum() : Math.max(term.minimum(), Math.min(term.maximum(), 0));
    return (float) value;
  }

  /** Returns the same in words. */
  static String words(ActionMapping mapping) {
    return switch (mapping) {
      case MOTORS -> "all rotors at their lowest speed";
      case RATES -> "lowest thrust, no rotation";
      case JOINTS, VELOCITY -> "zero, or the value nearest to it";
    };
  }
}
