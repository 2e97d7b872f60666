package eyas.bridge.node.state;

/** Who is in control. */
public enum ControlState {
  /** Inputs are missing or old; the policy is not in control. */
  IDLE,
  /** Inputs are fresh and the self-test has passed; waits for the operator. */
  READY,
  /** The policy takes over: its commands are blended in. */
  RAMP,
  /** The policy is in control. */
  ACTIVE,
  /** The policy is in control and holds where the robot is, as there is no fresh setpoint. */
  HOLD,
  /** Something went wrong while the policy was in control: the safe command leaves. */
  STOP;

  /** Whether the policy's commands leave. */
  public boolean inControl() {
    return this == RAMP || this == ACTIVE || this == HOLD;
  }
}
