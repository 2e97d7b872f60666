package eyas.bridge.node.mobile;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.family.NamedInput;
import eyas.bridge.node.family.NamedOutput;
import eyas.bridge.node.family.RobotFamily;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Timebase;
import java.util.List;

/**
 * A wheeled robot: a depth image with {@code camera_info} and {@code odom} in, {@code cmd_vel} out,
 * of which only forward speed and yaw rate are used.
 */
public final class MobileRobot implements RobotFamily {
  static final String DEPTH = "depth";
  private static final List<NamedInput> INPUTS =
      List.of(
          new NamedInput(DEPTH, 0, "m", "camera"),
          new NamedInput("linear-velocity", 3, "m/s", "body"),
          new NamedInput("body-rates", 3, "rad/s", "body"));
  private static final List<NamedOutput> OUTPUTS =
      List.of(new NamedOutput("forward-velocity", "m/s"), new NamedOutput("yaw-rate", "rad/s"));

  /** Creates the family for {@link java.util.ServiceLoader}. */
  public MobileRobot() {}

  @Override
  public String name() {
    return "mobile";
  }

  @Override
  public List<NamedInput> inputs() {
    return INPUTS;
  }

  @Override
  public List<NamedOutput> outputs() {
    return OUTPUTS;
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new MobilePort(node, contract, settings, timebase);
  }
}
