package eyas.bridge.node.control;

/** Is told of each step of the policy, on the control thread; must not allocate. */
@FunctionalInterface
public interface StepListener {
  /**
   * The policy has made a step.
   *
   * @param observation what it saw, clipped; valid during the call
   * @param action its output, before clip and mapping; valid during the call [1]
   */
  void stepped(float[] observation, float[] action);
}
