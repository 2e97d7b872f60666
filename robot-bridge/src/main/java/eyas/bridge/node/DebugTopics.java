package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.std_msgs.Float32MultiArray;
import eyas.bridge.node.control.StepListener;

/**
 * {@code ~observation}, clipped as the policy sees it, and {@code ~action}, its output before clip
 * and mapping: each step, while somebody listens. Allocates nothing.
 */
final class DebugTopics implements StepListener {
  private final Values observation;
  private final Values action;

  DebugTopics(ConnectedNode node) {
    observation =
        new Values(
            "observation",
            node.newPublisher("~observation", Float32MultiArray.TYPE, Quality.QUEUED));
    action =
        new Values("action", node.newPublisher("~action", Float32MultiArray.TYPE, Quality.QUEUED));
  }

  @Override
  public void stepped(float[] seen, float[] output) {
    observation.publish(seen);
    action.publish(output);
  }

  /** Number of listeners of both topics. */
  int listeners() {
    return observation.publisher.subscribers() + action.publisher.subscribers();
  }

  /** One topic: {@code std_msgs/Float32MultiArray} with one dimension. */
  private static final class Values implements MessageBody {
    private final String label;
    private final Publisher<Float32MultiArray> publisher;
    private float[] values = new float[0];

    Values(String label, Publisher<Float32MultiArray> publisher) {
      this.label = label;
      this.publisher = publisher;
    }

    void publish(float[] now) {
      if (publisher.subscribers() > 0) {
        values = now;
        publisher.write(this);
      }
    }

    @Override
    public void write(MessageOutput out) {
      out.length(1);
      out.string(label);
      out.int32(values.length);
      out.int32(values.length);
      out.int32(0);
      out.length(values.length);
      out.floats(values);
    }
  }
}
