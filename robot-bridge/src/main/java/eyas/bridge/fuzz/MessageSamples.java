package eyas.bridge.fuzz;

import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Time;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.diagnostic_msgs.DiagnosticStatus;
import eyas.bridge.message.diagnostic_msgs.KeyValue;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Transform;
import eyas.bridge.message.geometry_msgs.TransformStamped;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Float64MultiArray;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.message.std_msgs.MultiArrayDimension;
import eyas.bridge.message.std_msgs.MultiArrayLayout;
import eyas.bridge.message.tf2_msgs.TFMessage;
import java.util.List;

/** Messages with everything in them: texts, lists of lists, arrays, fixed arrays. */
final class MessageSamples {
  private static final Header HEADER = new Header(7, new Time(3, 4), "base");
  private static final Vector3 VECTOR = new Vector3(1, 2, 3);
  private static final Quaternion TURN = new Quaternion(0, 0, 0, 1);

  private MessageSamples() {}

  static List<Message> all() {
    return List.of(
        new Twist(VECTOR, VECTOR),
        new AttitudeTarget(HEADER, (byte) 1, TURN, VECTOR, 0.5f),
        new JointState(
            HEADER, List.of("hip", "knee"), new double[2], new double[0], new double[] {1, 2}),
        new Image(HEADER, 4, 4, "32FC1", (byte) 0, 16, new byte[64]),
        new Float64MultiArray(
            new MultiArrayLayout(List.of(new MultiArrayDimension("rows", 2, 2)), 0),
            new double[] {1, 2}),
        new TFMessage(
            List.of(
                new TransformStamped(HEADER, "camera", new Transform(VECTOR, TURN)),
                new TransformStamped(HEADER, "laser", new Transform(VECTOR, TURN)))),
        new DiagnosticArray(
            HEADER,
            List.of(
                new DiagnosticStatus(
                    (byte) 1, "policy", "late", "1", List.of(new KeyValue("age", "0.2"))))));
  }

  /** The types of the samples. */
  static List<MessageType<?>> types() {
    return all().stream().<MessageType<?>>map(Message::type).toList();
  }
}
