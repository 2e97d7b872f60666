package eyas.bridge.ros2.px4;

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

/** PX4 with a policy that commands thrust and body rates: {@code fmu/in/vehicle_rates_setpoint}. */
public final class Px4Rates implements RobotFamily {
  /** Creates the family for {@link java.util.ServiceLoader}. */
  public Px4Rates() {}

  @Override
  public String name() {
    return "quadrotor-px4-rates";
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
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new Px4Port(node, settings, timebase, new RatesCommand(node, contract, settings));
  }
}
