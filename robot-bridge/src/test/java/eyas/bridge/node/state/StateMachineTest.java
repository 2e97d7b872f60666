package eyas.bridge.node.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateMachineTest {
  private static final long MILLISECOND = 1_000_000L;
  private static final Cause SILENT = Cause.passing("A sensor is silent.");

  private final List<ControlState> entered = new ArrayList<>();
  private final StateMachine machine =
      new StateMachine(0.1, 0.5, (from, to, now, cause) -> entered.add(to));
  private final Situation situation = new Situation();
  private long now;

  private ControlState step(long milliseconds) {
    now += milliseconds * MILLISECOND;
    return machine.step(now, situation);
  }

  private void activate() {
    situation.enabled(true);
    step(1);
    step(1);
    assertThat(step(1)).isEqualTo(ControlState.RAMP);
    assertThat(step(100)).isEqualTo(ControlState.ACTIVE);
  }

  @Test
  void waitsForInputsThenForTheOperator() {
    situation.inputs(SILENT);
    situation.enabled(true);
    assertThat(step(1)).isEqualTo(ControlState.IDLE);
    assertThat(machine.cause()).isEqualTo(SILENT);
    situation.inputs(Cause.NONE);
    situation.enabled(false);
    assertThat(step(1)).isEqualTo(ControlState.READY);
    assertThat(machine.cause().text()).contains("Waits for the enable signal");
    situation.inputs(SILENT);
    assertThat(step(1)).isEqualTo(ControlState.IDLE);
  }

  @Test
  void blendsInDuringTheRamp() {
    situation.enabled(true);
    step(1);
    step(1);
    assertThat(machine.share(now)).isZero();
    step(50);
    assertThat(machine.share(now)).isEqualTo(0.5);
    step(50);
    assertThat(machine.share(now)).isEqualTo(1);
    assertThat(entered).containsExactly(ControlState.READY, ControlState.RAMP, ControlState.ACTIVE);
  }

  @Test
  void holdsWithoutASetpoint() {
    activate();
    situation.setpoint(false);
    assertThat(step(1)).isEqualTo(ControlState.HOLD);
    situation.setpoint(true);
    assertThat(step(1)).isEqualTo(ControlState.ACTIVE);
  }

  @Test
  void recoversOnceAFaultHasBeenAwayForTheRecoveryTime() {
    activate();
    situation.inputs(SILENT);
    assertThat(step(1)).isEqualTo(ControlState.STOP);
    situation.inputs(Cause.NONE);
    assertThat(step(400)).isEqualTo(ControlState.STOP);
    situation.inputs(SILENT);
    step(1);
    situation.inputs(Cause.NONE);
    assertThat(step(400)).isEqualTo(ControlState.STOP);
    assertThat(step(100)).isEqualTo(ControlState.READY);
    assertThat(step(1)).isEqualTo(ControlState.RAMP);
    assertThat(machine.lastStop()).isEqualTo(SILENT);
  }

  @Test
  void wantsTheSignalReleasedAfterALatchedFault() {
    activate();
    machine.fail(now, Cause.latching("Not finite."));
    assertThat(step(600)).isEqualTo(ControlState.READY);
    assertThat(step(1)).isEqualTo(ControlState.READY);
    assertThat(machine.cause().text()).contains("must be released");
    situation.enabled(false);
    step(1);
    situation.enabled(true);
    assertThat(step(1)).isEqualTo(ControlState.RAMP);
  }

  @Test
  void leavesControlToThePilotWithoutAStop() {
    activate();
    situation.permission(Cause.passing("Another mode."));
    assertThat(step(1)).isEqualTo(ControlState.READY);
    assertThat(machine.lastStop()).isEqualTo(Cause.NONE);
    situation.permission(Cause.NONE);
    assertThat(step(1)).isEqualTo(ControlState.RAMP);
  }

  @Test
  void beginsAnewWhenTheClockJumps() {
    activate();
    machine.restart(now, Cause.passing("The clock jumped."));
    assertThat(machine.state()).isEqualTo(ControlState.IDLE);
    assertThat(machine.lastStop().text()).contains("jumped");
  }
}
