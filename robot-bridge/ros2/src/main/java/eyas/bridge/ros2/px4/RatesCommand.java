package eyas.bridge.ros2.px4;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.px4_msgs.VehicleRatesSetpoint;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.quadrotor.RatesLimits;
import eyas.bridge.node.quadrotor.ThrustCurve;
import eyas.bridge.safety.CommandChannel;
import java.util.List;

/** {@code px4_msgs/VehicleRatesSetpoint}: body rates FRD [rad/s], thrust along −z [1]. */
final class RatesCommand implements Px4Command, MessageBody {
  private final ThrustCurve curve;
  private final List<CommandChannel> channels;
  private final Publisher<VehicleRatesSetpoint> publisher;
  private final double[] command = new double[4];
  private long microseconds;

  RatesCommand(ConnectedNode node, PolicyContract contract, Settings settings) {
    curve = ThrustCurve.of(settings);
    channels = RatesLimits.of(contract.action(), settings, curve);
    publisher =
        node.newPublisher(
            "fmu/in/vehicle_rates_setpoint", VehicleRatesSetpoint.TYPE, Quality.COMMAND);
  }

  @Override
  public List<CommandChannel> channels() {
    return channels;
  }

  @Override
  public MessageBody mode(TimeStamp stamp) {
    return out -> {
      out.int64(stamp.microseconds());
      for (int i = 0; i < 4; i++) {
        out.bool(false);
      }
      // body_rate
      out.bool(true);
      out.bool(false);
      out.bool(false);
    };
  }

  @Override
  public double safeSeconds() {
    return 1;
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
    // FLU to FRD
    out.float32((float) command[1]);
    out.float32((float) -command[2]);
    out.float32((float) -command[3]);
    out.float32(0);
    out.float32(0);
    out.float32(-curve.apply(command[0]));
    out.bool(false);
  }
}
