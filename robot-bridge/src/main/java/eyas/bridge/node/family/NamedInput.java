package eyas.bridge.node.family;

import eyas.assets.policy.ObservationTerm;

/**
 * One input that a robot can provide, in the words of {@link ObservationTerm}.
 *
 * @param name such as {@code position}
 * @param size how many numbers; 0 for as many as the contract asks for
 * @param unit such as {@code m/s}; {@code 1} for none
 * @param frame such as {@code world} (ENU) or {@code body} (FLU)
 */
public record NamedInput(String name, int size, String unit, String frame) {
  /**
   * Whether this is what a policy wants.
   *
   * @param term of the policy's contract
   */
  public boolean fits(ObservationTerm term) {
    return name.equals(term.name())
        && (size == 0 || size == term.size())
        && unit.equals(term.unit())
        && frame.equals(term.frame());
  }

  @Override
  public String toString() {
    return words(name, size == 0 ? "any number of" : Integer.toString(size), unit, frame);
  }

  static String words(ObservationTerm term) {
    return words(term.name(), Integer.toString(term.size()), term.unit(), term.frame());
  }

  private static String words(String name, String size, String unit, String frame) {
    return "`%s` (%s values [%s], frame %s)".formatted(name, size, unit, frame);
  }
}
