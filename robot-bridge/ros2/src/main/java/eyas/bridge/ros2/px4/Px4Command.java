package eyas.bridge.ros2.px4;

import eyas.bridge.message.MessageBody;
import eyas.bridge.safety.CommandChannel;
import java.util.List;

/** What a policy sends to PX4, beside the mode. */
interface Px4Command {
  /** Limits and safe commands, in the order of the contract. */
  List<CommandChannel> channels();

  /** The fields of {@code OffboardControlMode} that say what PX4 is to expect. */
  MessageBody mode(TimeStamp stamp);

  /** How long the safe command is sent after a stop by default [s]. */
  double safeSeconds();

  /** Number of PX4s that listen. */
  int subscribers();

  /** The topic, for the operator. */
  String topic();

  /** Sends a command; allocates nothing. */
  void send(double[] command, TimeStamp stamp);

  /** The time of what is sent, as PX4 counts it [µs]. */
  interface TimeStamp {
    /** The time of the message [µs]. */
    long microseconds();
  }
}
