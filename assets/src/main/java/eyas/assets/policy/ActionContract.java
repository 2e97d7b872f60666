package eyas.assets.policy;

import java.util.List;

/**
 * What a policy's outputs mean. An action is clipped to plus and minus {@code clip} and then mapped
 * from [-1, 1] linearly onto the range of its command. The previous action that a policy observes
 * is its own output before clipping.
 *
 * @param mapping what the outputs command
 * @param terms one for each output, in order
 * @param clip limit of the actions before mapping [1]
 */
public record ActionContract(ActionMapping mapping, List<ActionTerm> terms, double clip) {
  /** Refuses an empty contract. */
  public ActionContract {
    terms = List.copyOf(terms);
    BundleException.require(!terms.isEmpty(), "An action contract needs at least one action.");
    BundleException.require(
        Double.isFinite(clip) && clip > 0,
        "The action clip is " + clip + ", but must be positive.");
  }

  /** Number of outputs. */
  public int size() {
    return terms.size();
  }

  /** Names in order. */
  public List<String> names() {
    return terms.stream().map(ActionTerm::name).toList();
  }

  /**
   * Clips actions and maps them to commands in the units of the terms; both arrays hold {@link
   * #size()} values from their offsets on and may be the same.
   */
  public void toCommand(float[] action, int actionOffset, float[] command, int commandOffset) {
    for (int i = 0; i < terms.size(); i++) {
      ActionTerm term = terms.get(i);
      double clipped = Math.max(-clip, Math.min(clip, action[actionOffset + i]));
      double middle = (term.maximum() + term.minimum()) / 2;
      double half = (term.maximum() - term.minimum()) / 2;
      command[commandOffset + i] = (float) (middle + half * clipped);
    }
  }
}
