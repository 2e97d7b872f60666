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

/** PX4 with a policy that commands single motors: {@code fmu/in/actuator_motors}. */
public final class Px4Motors implements RobotFamily {
  private static final List<NamedOutput> MOTORS =
      List.of(
          new NamedOutput("motor-front-right", "1"),
          new NamedOutput("motor-back-right", "1"),
          new NamedOutput("motor-back-left", "1"),
          new NamedOutput("motor-front-left", "1"));

  /** Creates the family for {@link java.util.ServiceLoader}. */
  public Px4Motors() {}

  @Override
  public String name() {
    return "quadrotor-px4-motors";
  }

  @Override
  public List<NamedInput> inputs() {
    return QuadrotorTracking.INPUTS;
  }

  @Override
  public List<NamedOutput> outputs() {
    return MOTORS;
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new Px4Port(node, settings, timebase, new MotorsCommand(node, contract, settings));
  }
}
