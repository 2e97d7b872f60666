package eyas.assets.policy;

/**
 * One output of a policy and the command it stands for.
 *
 * @param name such as {@code roll-rate}
 * @param unit SI unit of the command; {@code 1} for none
 * @param minimum command at action -1
 * @param maximum command at action +1
 */
public record ActionTerm(String name, String unit, double minimum, double maximum) {
  /** Refuses an empty range. */
  public ActionTerm {
    BundleException.require(
        Double.isFinite(minimum) && Double.isFinite(maximum) && minimum < maximum,
        "Action `" + name + "` ranges from " + minimum + " to " + maximum + ", which is empty.");
  }
}
