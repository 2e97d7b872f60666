package eyas.bridge.node.quadrotor;

import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.family.NamedInput;
import eyas.bridge.node.family.NamedOutput;
import eyas.bridge.node.family.RobotFamily;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Timebase;
import java.util.List;
import java.util.Optional;

/**
 * A quadrotor behind MAVROS: {@code mavros/imu/data}, {@code mavros/local_position/odom} and {@code
 * mavros/state} in, {@code mavros/setpoint_raw/attitude} with body rates and thrust out.
 */
public final class MavrosQuadrotor implements RobotFamily {
  /** Creates the family for {@link java.util.ServiceLoader}. */
  public MavrosQuadrotor() {}

  @Override
  public String name() {
    return "quadrotor-mavros";
  }

  @Override
  public List<NamedInput> inputs() {
    return QuadrotorTracking.INPUTS;
  }

  @Override
  public List<NamedOutput> outputs() {
    return QuadrotorTracking.RATES;
  }

  @Override
  public Optional<String> refusal(PolicyContract contract) {
    return contract.action().mapping() == ActionMapping.MOTORS
        ? Optional.of(
            ("Policy `%s` commands single motors, for which stock firmware has no road through"
                    + " MAVROS. Fly a policy that commands rates (such as student-rates) here, compile"
                    + " this one into the firmware with ./eyas export c, or send it over ROS 2 as"
                    + " actuator_motors.")
                .formatted(contract.name()))
        : Optional.empty();
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new MavrosPort(node, contract, settings, timebase);
  }
}
