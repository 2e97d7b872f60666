package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.std_msgs.Int64MultiArray;
import eyas.bridge.node.control.Controller;
import eyas.bridge.node.control.WaitListener;
import eyas.bridge.node.input.Role;
import java.util.Arrays;

/**
 * {@code ~progress}: a {@link Progress} whenever it has changed, while somebody listens. For the
 * control thread; allocates nothing.
 */
final class ProgressTopic implements WaitListener, MessageBody {
  private final Controller controller;
  private final Publisher<Int64MultiArray> publisher;
  private final long[] now = new long[Progress.SIZE];
  private final long[] told = new long[Progress.SIZE];

  ProgressTopic(ConnectedNode node, Controller controller) {
    this.controller = controller;
    this.publisher = node.newPublisher("~progress", Int64MultiArray.TYPE, Quality.COMMAND);
  }

  @Override
  public void waits(long next) {
    now[0] = next;
    now[1] = controller.commandStamp();
    now[2] = controller.newest(Role.SETPOINT);
    now[3] = controller.newest(Role.STATUS);
    now[4] = controller.newestEnable();
    now[5] = Progress.number(controller.state());
    if (!Arrays.equals(now, told) && publisher.subscribers() > 0) {
      System.arraycopy(now, 0, told, 0, now.length);
      publisher.write(this);
    }
  }

  @Override
  public void write(MessageOutput out) {
    out.length(0);
    out.int32(0);
    out.length(told.length);
    out.longs(told);
  }
}
