package eyas.bridge.bench;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.node.PolicyNode;
import eyas.bridge.ros1.master.RosMaster;
import java.util.List;
import java.util.Map;

/**
 * Starts a policy node on a master of its own, lets it step for a moment without any robot, and
 * ends: so that a Java virtual machine sees all classes that a start needs and can archive them.
 * {@code scripts/policy_node} runs it once for each machine.
 */
public final class StartRehearsal {
  private static final long STEPS = 50;

  private StartRehearsal() {}

  /**
   * Runs the rehearsal.
   *
   * @param arguments the folder of a sealed bundle that commands rates
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      PolicyNode node = new PolicyNode();
      NodeConfiguration configuration =
          new NodeConfiguration(
              node.defaultName(),
              List.of("_policy:=" + arguments[0]),
              Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1"));
      ConnectedNode connected = NodeRunner.start(NodeRunner.provider("ros1"), node, configuration);
      while (node.loop().orElseThrow().figures().steps() < STEPS) {
        Thread.sleep(10);
      }
      connected.close();
    }
  }
}
