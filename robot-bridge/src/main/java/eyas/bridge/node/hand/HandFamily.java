package eyas.bridge.node.hand;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.bridge.node.family.NamedInput;
import eyas.bridge.node.family.NamedOutput;
import eyas.bridge.node.family.RobotFamily;
import java.util.List;

/** What the families of hands share: joint positions, velocities, and the last targets. */
abstract class HandFamily implements RobotFamily {
  private static final List<NamedInput> INPUTS =
      List.of(
          new NamedInput("joint-positions", 0, "rad", "joint"),
          new NamedInput("joint-velocities", 0, "rad/s", "joint"),
          new NamedInput("joint-targets", 0, "rad", "joint"));

  @Override
  public final List<NamedInput> inputs() {
    return INPUTS;
  }

  @Override
  public final List<NamedOutput> outputs() {
    return List.of(new NamedOutput("any joint", "rad"));
  }

  @Override
  public final boolean takesAnyOutput(ActionContract action) {
    return action.mapping() == ActionMapping.JOINTS
        && action.terms().stream().allMatch(term -> term.unit().equals("rad"));
  }
}
