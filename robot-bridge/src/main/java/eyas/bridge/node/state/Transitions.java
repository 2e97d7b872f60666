package eyas.bridge.node.state;

/** Is told of each change of state, on the control thread; must not allocate. */
@FunctionalInterface
public interface Transitions {
  /**
   * The state has changed.
   *
   * @param from the state before
   * @param to the state now
   * @param now time of the step [ns]
   * @param cause why; {@link Cause#NONE} where nothing needs a reason
   */
  void changed(ControlState from, ControlState to, long now, Cause cause);
}
