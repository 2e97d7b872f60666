package eyas.bridge.node.state;

/**
 * Why something is not as it should be. Made once, so that a control loop can point at it without
 * allocating.
 *
 * @param text a full sentence for the operator
 * @param latched whether the policy may take over again only after the operator has let go of the
 *     enable signal; other causes end by themselves
 */
public record Cause(String text, boolean latched) {
  /** Nothing is wrong. */
  public static final Cause NONE = new Cause("", false);

  /**
   * A cause that ends by itself.
   *
   * @param text a full sentence
   */
  public static Cause passing(String text) {
    return new Cause(text, false);
  }

  /**
   * A cause after which the operator must let go first.
   *
   * @param text a full sentence
   */
  public static Cause latching(String text) {
    return new Cause(text, true);
  }

  /** Whether there is no cause. */
  public boolean none() {
    return text.isEmpty();
  }
}
