package eyas.bridge.node.hand;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Timebase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The LEAP hand: services {@code leap_position} and {@code leap_velocity} in, {@code
 * /leaphand_node/cmd_leap} out. LEAP's angles are 180° for a flat hand; the policy's are 0 there
 * ({@code ~zero}). The driver knows joints by order only, which {@code ~joint_names} gives.
 */
public final class LeapHand extends HandFamily {
  private static final int JOINTS = 16;

  /** Creates the family for {@link java.util.ServiceLoader}. */
  public LeapHand() {}

  @Override
  public String name() {
    return "leap";
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    List<String> numbers = IntStream.range(0, JOINTS).mapToObj(Integer::toString).toList();
    List<String> order = settings.texts("joint_names", numbers);
    if (!order.equals(contract.action().names())) {
      throw new FamilyException(
          "Policy `%s` commands the joints %s, but ~joint_names, the order of the driver, is %s. Set ~joint_names to the policy's if they are the same joints."
              .formatted(contract.name(), contract.action().names(), order));
    }
    double zero = settings.number("zero", Math.PI, -10, 10);
    double rate = settings.number("read_rate", 100, 1, 1000);
    return new HandPort(
        node,
        contract,
        settings,
        timebase,
        "/leaphand_node/cmd_leap",
        zero,
        joints -> new LeapReader(node, joints, timebase, order.size(), zero, rate));
  }
}
