package eyas.bridge.node.state;

/** What a step of the control loop has found out; used again, for one thread. */
public final class Situation {
  private Cause inputs = Cause.NONE;
  private Cause permission = Cause.NONE;
  private boolean enabled;
  private boolean setpoint = true;

  /** Nothing known yet. */
  public Situation() {}

  /**
   * Sets what is wrong with the inputs.
   *
   * @param cause {@link Cause#NONE} if all are fresh
   */
  public void inputs(Cause cause) {
    inputs = cause;
  }

  /**
   * Sets why the robot does not let the policy act.
   *
   * @param cause {@link Cause#NONE} if it does
   */
  public void permission(Cause cause) {
    permission = cause;
  }

  /**
   * Sets whether the operator's enable signal is held.
   *
   * @param held renewed in time
   */
  public void enabled(boolean held) {
    enabled = held;
  }

  /**
   * Sets whether there is a fresh setpoint, or none is needed.
   *
   * @param fresh whether the policy need not hold
   */
  public void setpoint(boolean fresh) {
    setpoint = fresh;
  }

  /** Whether the robot lets the policy act. */
  public boolean permitted() {
    return permission.none();
  }

  Cause inputs() {
    return inputs;
  }

  Cause permission() {
    return permission;
  }

  boolean enabled() {
    return enabled;
  }

  /** Whether the policy need not hold. */
  public boolean setpointFresh() {
    return setpoint;
  }
}
