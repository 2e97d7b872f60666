package eyas.bridge.node.hand;

import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.node.input.Source;
import java.util.List;

/** Reads joint states by name, in whatever order they come. */
final class JointReader {
  private final List<String> names;
  private final Source joints;
  private final double[] values;

  JointReader(List<String> names, Source joints) {
    this.names = names;
    this.joints = joints;
    this.values = new double[2 * names.size()];
  }

  /** Takes one message; one without a wanted joint is refused. */
  synchronized void read(JointState message) {
    List<String> missing = names.stream().filter(name -> !message.name().contains(name)).toList();
    if (!missing.isEmpty()) {
      joints.refuse(
          "The joint states lack %s; they have %s. Start the driver of the hand that the policy was made for."
              .formatted(missing, message.name()));
      return;
    }
    int given = message.name().size();
    if (message.position().length != given || message.velocity().length != given) {
      joints.refuse(
          "The joint states have %d names, %d positions and %d velocities; as many of each are needed."
              .formatted(given, message.position().length, message.velocity().length));
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      int at = message.name().indexOf(names.get(i));
      values[i] = message.position()[at];
      values[names.size() + i] = message.velocity()[at];
    }
    joints.offer(message.header().stamp().toNanoseconds(), values);
  }
}
