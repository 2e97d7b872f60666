package eyas.bridge.node.hand;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Timebase;

/** The Allegro hand: {@code joint_states} in, {@code joint_cmd} out, as its ROS driver has them. */
public final class AllegroHand extends HandFamily {
  /** Creates the family for {@link java.util.ServiceLoader}. */
  public AllegroHand() {}

  @Override
  public String name() {
    return "allegro";
  }

  @Override
  public RobotPort open(
      ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    return new HandPort(
        node,
        contract,
        settings,
        timebase,
        "joint_cmd",
        0,
        joints -> {
          Subscriber<JointState> subscriber =
              node.newSubscriber("joint_states", JointState.TYPE, Quality.SENSOR);
          subscriber.addListener(new JointReader(contract.action().names(), joints)::read);
          return subscriber;
        });
  }
}
