package eyas.bridge.node.control;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.node.family.Binding;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.input.Role;
import eyas.bridge.node.input.Sample;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.Cause;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.node.state.Situation;
import eyas.bridge.node.state.StateMachine;
import eyas.bridge.node.state.Transitions;
import eyas.bridge.onboard.PolicyStepper;
import eyas.bridge.safety.CommandGuard;
import eyas.bridge.safety.Verdict;
import java.util.List;

/**
 * One step of control: looks at the samples, moves the state machine, steps the policy, guards and
 * sends the command. Knows no middleware. For one thread; a step allocates nothing.
 */
public final class Controller {
  private static final Cause NOT_FINITE =
      Cause.latching("The policy's command was not finite; its inputs or weights are broken.");
  // the age of the enable signal is judged by its source; the guard only sees whether it holds
  private static final double HELD = 0;
  private static final double DEADMAN = 0.2;

  private final ControlSettings settings;
  private final Timebase timebase;
  private final Binding binding;
  private final RobotPort port;
  private final PolicyStepper stepper;
  private final CommandGuard guard;
  private final StateMachine machine;
  private final StepListener listener;
  private final Situation situation = new Situation();
  private final Source[] sources;
  private final Source[] enables;
  private final Cause[] silent;
  private final float[] observation;
  private final float[] command;
  private final double[] proposed;
  private final double[] safe;
  private final double[] out;
  private int phase;
  private boolean sent;
  private long commandStamp;
  private long permittedSince = Long.MAX_VALUE;
  private volatile ControlState state = ControlState.IDLE;
  private volatile Cause cause = Cause.NONE;
  private volatile Cause lastStop = Cause.NONE;
  private volatile Verdict verdict = Verdict.PASSED;

  /**
   * Creates a controller in {@link ControlState#IDLE}.
   *
   * @param bundle the policy, verified
   * @param binding its contract, matched with the robot's family
   * @param port the robot
   * @param enables the operator's signals, one value each; any that is fresh and not 0 enables
   * @param settings of the loop
   * @param timebase of the node
   * @param transitions is told of changes of state
   * @param listener is told of steps of the policy
   */
  public Controller(
      PolicyBundle bundle,
      Binding binding,
      RobotPort port,
      List<Source> enables,
      ControlSettings settings,
      Timebase timebase,
      Transitions transitions,
      StepListener listener) {
    int actions = bundle.contract().action().size();
    this.settings = settings;
    this.timebase = timebase;
    this.binding = binding;
    this.port = port;
    this.stepper = new PolicyStepper(bundle);
    this.guard = new CommandGuard(port.channels(), DEADMAN);
    this.machine = new StateMachine(settings.ramp(), settings.recovery(), transitions);
    this.listener = listener;
    this.sources = port.sources().toArray(Source[]::new);
    this.enables = enables.toArray(Source[]::new);
    this.silent = port.sources().stream().map(Controller::silence).toArray(Cause[]::new);
    this.observation = new float[binding.size()];
    this.command = new float[actions];
    this.proposed = new double[actions];
    this.safe = new double[actions];
    this.out = new double[actions];
  }

  private static Cause silence(Source source) {
    return Cause.passing(
        "Input %s is missing or older than %.0f ms."
            .formatted(source.spec().name(), source.spec().timeout() * 1e3));
  }

  /**
   * One step.
   *
   * @param now its time, on the time base [ns]
   * @param elapsed time since the last step [s]
   */
  public void step(long now, double elapsed) {
    look(now);
    ControlState before = machine.state();
    ControlState next = machine.step(now, situation);
    if (next.inControl()) {
      if (!before.inControl()) {
        activate();
      }
      act(now, elapsed);
    } else {
      rest(now);
    }
    state = machine.state();
    cause = machine.cause();
    lastStop = machine.lastStop();
  }

  private void look(long now) {
    Cause inputs = Cause.NONE;
    boolean setpoint = true;
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      source.take(now);
      boolean fresh = source.fresh(now);
      if (!fresh && source.spec().role() == Role.SENSOR) {
        inputs = inputs.none() ? silent[i] : inputs;
      }
      setpoint &= fresh || source.spec().role() != Role.SETPOINT;
    }
    situation.inputs(inputs);
    situation.setpoint(setpoint);
    situation.enabled(enabled(now));
    situation.permission(port.permission(now));
  }

  private boolean enabled(long now) {
    boolean held = false;
    for (int i = 0; i < enables.length; i++) {
      Sample sample = enables[i].take(now);
      held |= enables[i].fresh(now) && sample.value(0) != 0;
    }
    return held;
  }

  private void activate() {
    stepper.reset();
    phase = 0;
    port.activate();
    port.safe(safe);
    guard.sent(safe);
  }

  private void act(long now, double elapsed) {
    // observe
    port.target(situation.setpointFresh());
    binding.observe(port, observation);
    if (binding.previousAction() >= 0) {
      stepper.previousAction(observation, binding.previousAction());
    }
    // policy
    if (phase == 0) {
      stepper.step(observation);
    } else {
      stepper.trialStep(observation);
    }
    phase = (phase + 1) % settings.stepsPerNative();
    stepper.command(command);
    listener.stepped(stepper.seen(), stepper.action());
    // blend, guard, send
    double share = machine.share(now);
    for (int i = 0; i < command.length; i++) {
      proposed[i] = safe[i] + share * (command[i] - safe[i]);
    }
    verdict = guard.filter(proposed, HELD, elapsed, out);
    if (verdict.stopped()) {
      machine.fail(now, NOT_FINITE);
      rest(now);
    } else {
      commandStamp = port.stamp();
      port.send(out, commandStamp);
      sent = true;
    }
  }

  /**
   * Sends the safe command where the state asks for it. A robot that would let the policy act, but
   * whose operator does not, is given it for a limited time too: then its own failsafe is better.
   */
  private void rest(long now) {
    boolean permitted = machine.state() == ControlState.READY && situation.permitted();
    permittedSince = permitted ? Math.min(permittedSince, now) : Long.MAX_VALUE;
    boolean ready = machine.state() == ControlState.READY && port.streamsWhenReady();
    boolean waiting = ready && (!permitted || (now - permittedSince) * 1e-9 <= port.safeSeconds());
    boolean stopped =
        machine.state() == ControlState.STOP && machine.elapsed(now) <= port.safeSeconds();
    if (stopped || waiting) {
      sendSafe(timebase.simulated() ? now : timebase.stamp());
    }
  }

  /** Sends the safe command now, if any command was ever sent: on exit. */
  public void leave() {
    if (sent) {
      sendSafe(timebase.stamp());
    }
  }

  private void sendSafe(long stamp) {
    port.safe(safe);
    guard.sent(safe);
    commandStamp = stamp;
    port.send(safe, stamp);
    sent = true;
  }

  /**
   * Begins anew, without old samples.
   *
   * @param now time [ns]
   * @param reason why
   */
  public void restart(long now, Cause reason) {
    boolean acted = machine.state().inControl();
    for (Source source : sources) {
      source.forget();
    }
    for (Source enable : enables) {
      enable.forget();
    }
    machine.restart(now, reason);
    if (acted) {
      sendSafe(timebase.stamp());
    }
    state = machine.state();
    cause = machine.cause();
    lastStop = machine.lastStop();
  }

  /**
   * Whether the step at a time has all its samples, with simulated time: each sensor that ever
   * spoke has one at or after that time, or was given up.
   *
   * @param time of the step [ns]
   */
  public boolean settled(long time) {
    for (int i = 0; i < sources.length; i++) {
      if (sources[i].spec().role() == Role.SENSOR && !sources[i].reached(time)) {
        return false;
      }
    }
    return true;
  }

  /**
   * No step waits any more for the sensors that the step at a time has waited for in vain, until
   * they speak again.
   *
   * @param time of the step [ns]
   */
  public void giveUp(long time) {
    for (int i = 0; i < sources.length; i++) {
      if (!sources[i].reached(time)) {
        sources[i].giveUp();
      }
    }
  }

  /** Stamp of the last command; 0 before the first; for the control thread [ns]. */
  public long commandStamp() {
    return commandStamp;
  }

  /**
   * Time of the newest sample of the robot's sources with a role, used or not; 0 before the first
   * [ns].
   *
   * @param role of the sources
   */
  public long newest(Role role) {
    long newest = 0;
    for (int i = 0; i < sources.length; i++) {
      if (sources[i].spec().role() == role) {
        newest = Math.max(newest, sources[i].newest());
      }
    }
    return newest;
  }

  /** Time of the newest enable signal, used or not; 0 before the first [ns]. */
  public long newestEnable() {
    long newest = 0;
    for (int i = 0; i < enables.length; i++) {
      newest = Math.max(newest, enables[i].newest());
    }
    return newest;
  }

  /** The state after the last step; any thread may ask. */
  public ControlState state() {
    return state;
  }

  /** Why the state is what it is; any thread may ask. */
  public Cause cause() {
    return cause;
  }

  /** Why the policy was stopped last; any thread may ask. */
  public Cause lastStop() {
    return lastStop;
  }

  /** What the guard did last; any thread may ask. */
  public Verdict verdict() {
    return verdict;
  }

  /** The loop's settings. */
  public ControlSettings settings() {
    return settings;
  }
}
