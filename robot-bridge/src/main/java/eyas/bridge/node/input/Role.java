package eyas.bridge.node.input;

/** What it means when a source falls silent. */
public enum Role {
  /** The policy cannot act without it: the safe command leaves. */
  SENSOR,
  /** The policy goes on and holds where the robot is. */
  SETPOINT,
  /** The robot's or the operator's word on whether the policy may act. */
  STATUS
}
