package eyas.assets.robot;

/** How a joint moves. */
public enum JointType {
  /** Not at all. */
  FIXED,
  /** Turns about its axis between limits [rad]. */
  REVOLUTE,
  /** Turns about its axis without limits [rad]. */
  CONTINUOUS,
  /** Slides along its axis between limits [m]. */
  PRISMATIC
}
