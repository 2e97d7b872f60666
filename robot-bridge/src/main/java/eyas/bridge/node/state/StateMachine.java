package eyas.bridge.node.state;

/**
 * The states of a policy on a robot.
 *
 * <pre>
 * IDLE ⇄ READY → RAMP → ACTIVE ⇄ HOLD
 *          ↑       └──────┴───────┴──→ STOP (a fault) or READY (the robot's own mode changed)
 *          └── after the fault has been away for the recovery time ── STOP
 * </pre>
 *
 * For one thread; a step allocates nothing.
 */
public final class StateMachine {
  private static final long BILLION = 1_000_000_000L;
  private static final Cause DEADMAN =
      Cause.passing("The enable signal was released or not renewed in time.");

  private final long ramp;
  private final long recovery;
  private final Transitions transitions;
  private ControlState state = ControlState.IDLE;
  private Cause cause = Cause.passing("Inputs have not come in yet.");
  private Cause lastStop = Cause.NONE;
  private long since;
  private long faultless;
  private boolean mustRelease;

  /**
   * Begins in {@link ControlState#IDLE}.
   *
   * @param ramp how long the policy's commands are blended in [s]
   * @param recovery how long a fault must have been away before the policy may act again [s]
   * @param transitions is told of each change
   */
  public StateMachine(double ramp, double recovery, Transitions transitions) {
    this.ramp = Math.round(ramp * BILLION);
    this.recovery = Math.round(recovery * BILLION);
    this.transitions = transitions;
  }

  /**
   * One step.
   *
   * @param now time of the step [ns]
   * @param situation what was found out
   * @return the state for this step
   */
  public ControlState step(long now, Situation situation) {
    mustRelease &= situation.enabled();
    ControlState next =
        switch (state) {
          case IDLE -> fromIdle(situation);
          case READY -> fromReady(situation);
          case RAMP, ACTIVE, HOLD -> fromControl(now, situation);
          case STOP -> fromStop(now, situation);
        };
    enter(next, now);
    return state;
  }

  private ControlState fromIdle(Situation situation) {
    cause = situation.inputs();
    if (!cause.none()) {
      return ControlState.IDLE;
    }
    cause = waiting(situation);
    return ControlState.READY;
  }

  private ControlState fromReady(Situation situation) {
    if (!situation.inputs().none()) {
      cause = situation.inputs();
      return ControlState.IDLE;
    }
    cause = waiting(situation);
    return cause.none() ? ControlState.RAMP : ControlState.READY;
  }

  private static final Cause MUST_RELEASE =
      Cause.passing("The enable signal must be released once before the policy may act again.");
  private static final Cause WAITING = Cause.passing("Waits for the enable signal.");

  private Cause waiting(Situation situation) {
    if (mustRelease) {
      return MUST_RELEASE;
    }
    return situation.enabled() ? situation.permission() : WAITING;
  }

  private ControlState fromControl(long now, Situation situation) {
    if (!situation.inputs().none()) {
      return stop(now, situation.inputs());
    }
    if (!situation.enabled()) {
      return stop(now, DEADMAN);
    }
    if (!situation.permission().none()) {
      // the pilot took over, which is no fault
      cause = situation.permission();
      return ControlState.READY;
    }
    if (state == ControlState.RAMP && now - since < ramp) {
      return ControlState.RAMP;
    }
    return situation.setpointFresh() ? ControlState.ACTIVE : ControlState.HOLD;
  }

  private ControlState fromStop(long now, Situation situation) {
    boolean faulty = !situation.inputs().none();
    if (faulty) {
      faultless = now;
    }
    if (faulty || now - faultless < recovery) {
      return ControlState.STOP;
    }
    cause = waiting(situation);
    return ControlState.READY;
  }

  private ControlState stop(long now, Cause reason) {
    cause = reason;
    lastStop = reason;
    faultless = now;
    mustRelease = reason.latched();
    return ControlState.STOP;
  }

  /**
   * Stops at once, for what only shows while the policy computes.
   *
   * @param now time of the step [ns]
   * @param reason why
   */
  public void fail(long now, Cause reason) {
    enter(stop(now, reason), now);
  }

  /**
   * Begins anew: the clock has jumped.
   *
   * @param now time of the step [ns]
   * @param reason why
   */
  public void restart(long now, Cause reason) {
    if (state.inControl()) {
      lastStop = reason;
    }
    cause = reason;
    enter(ControlState.IDLE, now);
  }

  private void enter(ControlState next, long now) {
    if (next != state) {
      ControlState before = state;
      state = next;
      since = now;
      transitions.changed(before, next, now, cause);
    }
  }

  /** The state now. */
  public ControlState state() {
    return state;
  }

  /** Why the state is what it is; {@link Cause#NONE} where nothing needs a reason. */
  public Cause cause() {
    return state.inControl() ? Cause.NONE : cause;
  }

  /** Why the policy was stopped last. */
  public Cause lastStop() {
    return lastStop;
  }

  /**
   * Share of the policy's command in what leaves: 0 to 1 during the ramp, then 1.
   *
   * @param now time of the step [ns]
   */
  public double share(long now) {
    if (state != ControlState.RAMP) {
      return 1;
    }
    return ramp == 0 ? 1 : Math.min(1, (now - since) / (double) ramp);
  }

  /**
   * Time in this state [s].
   *
   * @param now time of the step [ns]
   */
  public double elapsed(long now) {
    return (now - since) / (double) BILLION;
  }
}
