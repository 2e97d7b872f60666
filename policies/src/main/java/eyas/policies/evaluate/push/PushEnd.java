package eyas.policies.evaluate.push;

/** How an episode ended. */
public enum PushEnd {
  /** The formation stood long enough. */
  SUCCESS,
  /** The robot left the arena. */
  OUT_OF_BOUNDS,
  /** A box took more than its time. */
  OUT_OF_TIME,
  /** Something else ended it: an obstacle was hit. */
  HIT
}
