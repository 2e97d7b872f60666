package eyas.bridge.node.family;

import eyas.assets.policy.ActionTerm;

/**
 * One command that a robot takes, in the words of {@link ActionTerm}.
 *
 * @param name such as {@code roll-rate}
 * @param unit such as {@code rad/s}; {@code 1} for none
 */
public record NamedOutput(String name, String unit) {
  /**
   * Whether this is what a policy commands.
   *
   * @param term of the policy's contract
   */
  public boolean fits(ActionTerm term) {
    return name.equals(term.name()) && unit.equals(term.unit());
  }

  @Override
  public String toString() {
    return "`%s` [%s]".formatted(name, unit);
  }
}
