package eyas.bridge.ros1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.ServiceClient;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.RawMessage;
import eyas.bridge.message.std_msgs.Float64;
import eyas.bridge.message.std_srvs.SetBool;
import eyas.bridge.message.std_srvs.SetBoolRequest;
import eyas.bridge.message.std_srvs.SetBoolResponse;
import eyas.bridge.ros1.master.RosMaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes among themselves, over real sockets, with the master of this process. */
class Ros1NodeTest {
  private RosMaster master = new RosMaster("127.0.0.1", 0);

  @AfterEach
  void stop() {
    master.close();
  }

  private ConnectedNode node(String name, String... arguments) {
    return NodeRunner.provider("ros1")
        .connect(
            new NodeConfiguration(
                name,
                List.of(arguments),
                Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1")));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  @Test
  void deliversInOrderWhicheverSideStartsFirst() throws InterruptedException {
    try (ConnectedNode a = node("a");
        ConnectedNode b = node("b")) {
      BlockingQueue<Float64> early = new LinkedBlockingQueue<>();
      BlockingQueue<Float64> late = new LinkedBlockingQueue<>();
      b.newSubscriber("x", Float64.TYPE, Quality.QUEUED).addListener(early::add);
      Publisher<Float64> publisher = a.newPublisher("x", Float64.TYPE, Quality.QUEUED);
      b.newSubscriber("x", Float64.TYPE, Quality.QUEUED).addListener(late::add);
      await(() -> publisher.subscribers() == 2);
      for (int i = 0; i < 50; i++) {
        publisher.publish(new Float64(i));
      }
      for (int i = 0; i < 50; i++) {
        assertThat(early.take().data()).isEqualTo(i);
        assertThat(late.take().data()).isEqualTo(i);
      }
      assertThat(publisher.dropped()).isZero();
    }
  }

  @Test
  void givesALateSubscriberTheLatchedMessage() throws InterruptedException {
    try (ConnectedNode a = node("a");
        ConnectedNode b = node("b")) {
      a.newPublisher("fact", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
          .publish(new eyas.bridge.message.std_msgs.String("known"));
      BlockingQueue<eyas.bridge.message.std_msgs.String> received = new LinkedBlockingQueue<>();
      b.newSubscriber("fact", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
          .addListener(received::add);
      assertThat(received.take().data()).isEqualTo("known");
    }
  }

  @Test
  void refusesAnotherTypeAndTakesTheWildcard() throws InterruptedException {
    try (ConnectedNode a = node("a");
        ConnectedNode b = node("b")) {
      Publisher<Float64> publisher = a.newPublisher("x", Float64.TYPE, Quality.QUEUED);
      Subscriber<eyas.bridge.message.std_msgs.String> wrong =
          b.newSubscriber("x", eyas.bridge.message.std_msgs.String.TYPE, Quality.QUEUED);
      BlockingQueue<RawMessage> received = new LinkedBlockingQueue<>();
      b.newSubscriber("x", RawMessage.TYPE, Quality.QUEUED).addListener(received::add);
      await(() -> publisher.subscribers() == 1);
      publisher.publish(new Float64(1));
      assertThat(received.take().bytes()).hasSize(8);
      assertThat(wrong.publishers()).isZero();
    }
  }

  @Test
  void callsServicesAndToldWhyACallFailed() throws Exception {
    try (ConnectedNode a = node("a");
        ConnectedNode b = node("b")) {
      a.newServiceServer(
          "switch",
          SetBool.SERVICE,
          request -> {
            if (!request.data()) {
              throw new LinkException("stays on");
            }
            return new SetBoolResponse(true, "on");
          });
      ServiceClient<SetBoolRequest, SetBoolResponse> client =
          b.newServiceClient("switch", SetBool.SERVICE);
      assertThat(client.call(new SetBoolRequest(true)).get().message()).isEqualTo("on");
      assertThatThrownBy(() -> client.call(new SetBoolRequest(false)).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("stays on");
      assertThat(client.call(new SetBoolRequest(true)).get().success()).isTrue();
      client.close();
    }
  }

  @Test
  void resolvesNamespacesRemappingsAndPrivateParameters() {
    try (ConnectedNode a =
        node("a", "__ns:=/drone", "__name:=policy", "in:=/sensors/out", "_rate:=50", "_on:=true")) {
      assertThat(a.name()).isEqualTo("/drone/policy");
      assertThat(a.resolve("in")).isEqualTo("/sensors/out");
      assertThat(a.resolve("other")).isEqualTo("/drone/other");
      assertThat(a.resolve("~info")).isEqualTo("/drone/policy/info");
      assertThat(a.parameters().number("~rate", 0)).isEqualTo(50);
      assertThat(a.parameters().flag("~on", false)).isTrue();
      assertThat(a.parameters().get("/drone/policy")).contains(Map.of("rate", 50, "on", true));
    }
  }

  @Test
  void tellsWhenAParameterChanges() throws InterruptedException {
    try (ConnectedNode a = node("a");
        ConnectedNode b = node("b")) {
      BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
      a.parameters().addListener("/gain", seen::add);
      b.parameters().set("/gain", 2.5);
      assertThat(seen.take()).isEqualTo(2.5);
    }
  }

  @Test
  void registersAgainAtAMasterThatWasStartedAgain() throws InterruptedException {
    try (ConnectedNode a = node("a")) {
      Publisher<Float64> publisher = a.newPublisher("x", Float64.TYPE, Quality.QUEUED);
      int port = master.uri().getPort();
      master.close();
      master = new RosMaster("127.0.0.1", port);
      try (ConnectedNode b = node("b")) {
        BlockingQueue<Float64> received = new LinkedBlockingQueue<>();
        b.newSubscriber("x", Float64.TYPE, Quality.QUEUED).addListener(received::add);
        await(() -> publisher.subscribers() == 1);
        publisher.publish(new Float64(3));
        assertThat(received.take().data()).isEqualTo(3);
      }
    }
  }

  @Test
  void theOlderOfTwoNodesWithOneNameLeaves() throws InterruptedException {
    try (ConnectedNode older = node("a");
        ConnectedNode newer = node("a")) {
      await(() -> !older.running());
      assertThat(newer.running()).isTrue();
    }
  }

  @Test
  void followsSimulatedTime() throws InterruptedException {
    try (ConnectedNode a = node("a")) {
      a.parameters().set("/use_sim_time", true);
      try (ConnectedNode b = node("b")) {
        assertThat(b.clock().simulated()).isTrue();
        assertThat(b.clock().nanoseconds()).isZero();
        Publisher<eyas.bridge.message.rosgraph_msgs.Clock> clock =
            a.newPublisher("/clock", eyas.bridge.message.rosgraph_msgs.Clock.TYPE, Quality.COMMAND);
        await(() -> clock.subscribers() == 1);
        Thread ticking =
            new Thread(
                () -> {
                  for (int i = 1; i <= 100; i++) {
                    clock.write(out -> out.time(5, 0));
                    try {
                      TimeUnit.MILLISECONDS.sleep(2);
                    } catch (InterruptedException stopped) {
                      return;
                    }
                  }
                });
        ticking.start();
        assertThat(b.clock().sleepUntil(5_000_000_000L)).isTrue();
        assertThat(b.clock().nanoseconds()).isEqualTo(5_000_000_000L);
        ticking.join();
      }
    }
  }

  @Test
  void writesTheLogFileThatTheCommandLineNames(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("node.log");
    try (ConnectedNode a = node("a", "__log:=" + file)) {
      a.log().warn("motors are cold");
    }
    assertThat(file).content().contains("[WARN]").contains("motors are cold");
  }

  @Test
  void saysWhatToDoWithoutAMaster() {
    master.close();
    assertThatThrownBy(() -> node("a"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("Start roscore");
  }
}
