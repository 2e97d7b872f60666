package eyas.bridge.node.control;

/** Is told, with simulated time, how far the loop has come. */
@FunctionalInterface
public interface WaitListener {
  /**
   * The loop waits. Called often, by the control thread; must not allocate.
   *
   * @param next time of the next step, before which the loop does nothing [ns]
   */
  void waits(long next);
}
