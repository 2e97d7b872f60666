package eyas.bridge.ros2.px4;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.px4_msgs.ActuatorMotors;
import eyas.bridge.node.family.Settings;
import eyas.bridge.safety.CommandChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code px4_msgs/ActuatorMotors}. The policy's order is front-right, back-right, back-left,
 * front-left; that of PX4's quad-x is front-right, back-left, front-left, back-right. A rotor speed
 * s within [0, 1] becomes {@code ~motor_minimum + s (~motor_maximum − ~motor_minimum)}.
 */
final class MotorsCommand implements Px4Command, MessageBody {
  /** The policy's motor at each place of PX4. */
  private static final int[] POLICY_MOTOR = {0, 2, 3, 1};

  private final List<CommandChannel> channels;
  private final Publisher<ActuatorMotors> publisher;
  private final double minimum;
  private final double maximum;
  private final double[] command = new double[4];
  private long microseconds;

  MotorsCommand(ConnectedNode node, PolicyContract contract, Settings settings) {
    minimum = settings.number("motor_minimum", 0, 0, 0.9);
    maximum = settings.number("motor_maximum", 1, minimum + 0.01, 1);
    channels = channels(contract, settings);
    publisher = node.newPublisher("fmu/in/actuator_motors", ActuatorMotors.TYPE, Quality.COMMAND);
  }

  private static List<CommandChannel> channels(PolicyContract contract, Settings settings) {
    double hover = settings.number("hover_motor", 0.5, 0.01, 1);
    double safe = settings.number("safe_motor", 0.9 * hover, 0, 1);
    double slew = settings.number("slew_motor", 1000, 1, 1e6);
    List<CommandChannel> channels = new ArrayList<>();
    for (ActionTerm term : contract.action().terms()) {
      channels.add(
          new CommandChannel(
              term.name(),
              term.minimum(),
              term.maximum(),
              slew,
              Math.max(term.minimum(), Math.min(term.maximum(), safe))));
    }
    return List.copyOf(channels);
  }

  @Override
  public List<CommandChannel> channels() {
    return channels;
  }

  @Override
  public MessageBody mode(TimeStamp stamp) {
    return out -> {
      out.int64(stamp.microseconds());
      for (int i = 0; i < 6; i++) {
        out.bool(false);
      }
      // direct_actuator
      out.bool(true);
    };
  }

  /** Nobody keeps the attitude meanwhile: PX4's own failsafe is to take over soon. */
  @Override
  public double safeSeconds() {
    return 0;
  }

  @Override
  public int subscribers() {
    return publisher.subscribers();
  }

  @Override
  public String topic() {
    return publisher.topic();
  }

  @Override
  public void send(double[] values, TimeStamp stamp) {
    System.arraycopy(values, 0, command, 0, command.length);
    microseconds = stamp.microseconds();
    publisher.write(this);
  }

  @Override
  public void write(MessageOutput out) {
    out.int64(microseconds);
    out.int64(microseconds);
    // no motor can be reversed
    out.int16((short) 0);
    for (int i = 0; i < ActuatorMotors.NUM_CONTROLS; i++) {
      out.float32(
          i < POLICY_MOTOR.length
              ? (float) (minimum + command[POLICY_MOTOR[i]] * (maximum - minimum))
              : Float.NaN);
    }
  }
}
