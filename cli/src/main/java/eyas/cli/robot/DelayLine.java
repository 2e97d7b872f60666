package eyas.cli.robot;

import eyas.sim.engine.bullet.LiveQuadrotor;
import java.util.ArrayDeque;
import java.util.Optional;

/** Hands on every command some milliseconds later. */
final class DelayLine {
  private final ArrayDeque<Optional<RateCommand>> waiting = new ArrayDeque<>();

  /** Creates a line with a delay [s]. */
  DelayLine(double delay) {
    for (int i = 0; i < Math.round(delay / LiveQuadrotor.STEP); i++) {
      waiting.add(Optional.empty());
    }
  }

  /** Takes the command of this millisecond and returns that of an earlier one. */
  Optional<RateCommand> pass(Optional<RateCommand> command) {
    waiting.add(command);
    return waiting.remove();
  }
}
