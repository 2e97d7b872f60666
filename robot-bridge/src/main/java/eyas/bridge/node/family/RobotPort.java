package eyas.bridge.node.family;

import eyas.bridge.node.input.Source;
import eyas.bridge.node.state.Cause;
import eyas.bridge.safety.CommandChannel;
import java.util.List;

/**
 * A robot to which the node is connected. All methods but {@link #sources} and {@link #close} are
 * called by the control thread and allocate nothing.
 */
public interface RobotPort extends AutoCloseable {
  /** What comes in; the same list each time. */
  List<Source> sources();

  /** Limits and safe commands, in the order of the contract's actions. */
  List<CommandChannel> channels();

  /**
   * Writes one input for the step at a time. All sources have been asked for their samples before,
   * and required ones are fresh.
   *
   * @param input index in {@link RobotFamily#inputs()}
   * @param out receives the values from {@code offset} on
   */
  void write(int input, float[] out, int offset);

  /**
   * Whether the robot lets the policy act now, such as by its flight mode.
   *
   * @param now time of the step, on the time base [ns]
   * @return {@link Cause#NONE}, or why not
   */
  default Cause permission(long now) {
    return Cause.NONE;
  }

  /** The policy takes over: the robot's place now becomes the target until a setpoint comes. */
  default void activate() {}

  /**
   * Called at each step in control, before inputs are written.
   *
   * @param fresh whether there is a fresh setpoint; if not, the robot holds where it is
   */
  default void target(boolean fresh) {}

  /**
   * Writes the safe command; by default that of the channels.
   *
   * @param out one value per action
   */
  default void safe(double[] out) {
    List<CommandChannel> channels = channels();
    for (int i = 0; i < out.length; i++) {
      out[i] = channels.get(i).safe();
    }
  }

  /** Whether the safe command is also sent while the policy waits in READY. */
  default boolean streamsWhenReady() {
    return false;
  }

  /** How long the safe command is sent after a stop; infinite for as long as it lasts [s]. */
  default double safeSeconds() {
    return Double.POSITIVE_INFINITY;
  }

  /** Commands that were dropped because a listener has stalled; not for the control thread. */
  default long dropped() {
    return 0;
  }

  /** Stamp of the data that the step is based on, on the node's clock [ns]. */
  long stamp();

  /**
   * Sends a command that has passed the guard.
   *
   * @param command one value per action [units of the contract]
   * @param stamp of the data that it is based on, on the node's clock [ns]
   */
  void send(double[] command, long stamp);

  @Override
  void close();
}
