package eyas.bridge.mavlink;

import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.family.NamedInput;
import eyas.bridge.node.family.NamedOutput;
import eyas.bridge.node.family.RobotFamily;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.quadrotor.QuadrotorTracking;
import java.util.List;
import java.util.Optional;

/**
 * A quadrotor over MAVLink: {@code ODOMETRY} or {@code LOCAL_POSITION_NED}, {@code
 * ATTITUDE_QUATERNION} and {@code HEARTBEAT} in, {@code SET_ATTITUDE_TARGET} with body rates and
 * thrust out. Together with {@code _middleware:=local} it needs no ROS.
 */
public final class MavlinkQuadrotor implements RobotFamily {
  /** Creates the family for {@link java.util.ServiceLoader}. */
  public MavlinkQuadrotor() {}

  @Override
  public String name() {
    return "quadrotor-mavlink";
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
            "Policy `%s` commands single motors, for which stock firmware has no MAVLink message. Fly a policy that commands rates (such as student-rates) here, compile this one into the firmware with ./eyas export c, or send it over ROS 2 with family quadrotor-px4-motors."
                .formatted(contract.name()))
        : Optional.empty();
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new MavlinkPort(node, contract, settings, timebase);
  }
}
