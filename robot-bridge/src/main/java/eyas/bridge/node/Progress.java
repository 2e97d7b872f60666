package eyas.bridge.node;

import eyas.bridge.message.std_msgs.Int64MultiArray;
import eyas.bridge.message.std_msgs.MultiArrayLayout;
import eyas.bridge.node.state.ControlState;
import java.util.List;
import java.util.Optional;

/**
 * How far a node has come in simulated time: what {@code ~progress} tells (std_msgs/Int64MultiArray
 * with these numbers in this order), so that a simulator can wait for it, as PX4's simulators do in
 * lock-step. A number is 0 where there is nothing yet.
 *
 * @param next time before which the node does nothing more; it has sent all that lies before [ns]
 * @param command stamp of the newest command that it has sent [ns]
 * @param setpoint time of the newest setpoint that it has heard [ns]
 * @param status time of the newest state of the robot that it has heard [ns]
 * @param enable time of the newest enable signal that it has heard [ns]
 * @param state its state in the last step
 */
public record Progress(
    long next, long command, long setpoint, long status, long enable, ControlState state) {
  static final int SIZE = 6;
  // a state's place here is its number in messages
  private static final List<ControlState> STATES =
      List.of(
          ControlState.IDLE,
          ControlState.READY,
          ControlState.RAMP,
          ControlState.ACTIVE,
          ControlState.HOLD,
          ControlState.STOP);

  /** The progress of a node that steps nothing but time. */
  public static Progress of(long next) {
    return new Progress(next, 0, 0, 0, 0, ControlState.IDLE);
  }

  /** Reads a message; empty if it is not one of these. */
  public static Optional<Progress> read(Int64MultiArray message) {
    long[] data = message.data();
    if (data.length != SIZE || data[5] < 0 || data[5] >= STATES.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Progress(data[0], data[1], data[2], data[3], data[4], STATES.get((int) data[5])));
  }

  /** The number of a state, from 0 for {@code IDLE} to 5 for {@code STOP}. */
  static int number(ControlState state) {
    return STATES.indexOf(state);
  }

  /** The message. */
  public Int64MultiArray message() {
    return new Int64MultiArray(
        new MultiArrayLayout(List.of(), 0),
        new long[] {next, command, setpoint, status, enable, number(state)});
  }
}
