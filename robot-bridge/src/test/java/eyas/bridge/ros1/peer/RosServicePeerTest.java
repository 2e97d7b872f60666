package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.ServiceClient;
import eyas.bridge.link.ServiceServer;
import eyas.bridge.message.std_srvs.SetBool;
import eyas.bridge.message.std_srvs.SetBoolRequest;
import eyas.bridge.message.std_srvs.SetBoolResponse;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** {@code rosservice} and rospy as peers of services, both ways. */
class RosServicePeerTest extends RosPeerFixture {
  private static final String ROSSERVICE = "/usr/bin/rosservice";

  private static SetBoolResponse answer(SetBoolRequest request) {
    if (!request.data()) {
      throw new LinkException("stays on");
    }
    return new SetBoolResponse(true, "from Eyas");
  }

  @Test
  void rosserviceCallsAServiceOfThisNode() throws InterruptedException {
    try (ConnectedNode node = node("offering")) {
      ServiceServer server =
          node.newServiceServer("~enable", SetBool.SERVICE, RosServicePeerTest::answer);
      String name = server.name();
      assertThat(name).isEqualTo("/offering/enable");
      assertThat(peers().run(ROSSERVICE, "type", name).result()).contains("std_srvs/SetBool");
      assertThat(peers().run(ROSSERVICE, "info", name).result())
          .contains("Node: /offering")
          .contains("URI: rosrpc://127.0.0.1:")
          .contains("Args: data");
      assertThat(peers().run(ROSSERVICE, "call", name, "true").result())
          .contains("success: True")
          .contains("from Eyas");
      PeerProcess refused = peers().run(ROSSERVICE, "call", name, "false");
      assertThat(refused.code()).isNotZero();
      assertThat(refused.output()).contains("stays on");
      server.close();
      assertThat(peers().run(ROSSERVICE, "list").result()).doesNotContain(name);
    }
  }

  @Test
  void rospyCallsOverAConnectionThatStaysOpen() throws InterruptedException {
    try (ConnectedNode node = node("offering")) {
      node.newServiceServer("/switch", SetBool.SERVICE, RosServicePeerTest::answer);
      PeerProcess client = rospy("call", "/switch");
      assertThat(client.result())
          .contains("answer True from Eyas")
          .contains("refused")
          .contains("stays on");
    }
  }

  @Test
  void thisNodeCallsRospyAlsoAfterItWasStartedAgain() throws Exception {
    try (ConnectedNode node = node("asking");
        ServiceClient<SetBoolRequest, SetBoolResponse> client =
            node.newServiceClient("/rospy_switch", SetBool.SERVICE)) {
      assertThatThrownBy(() -> client.call(new SetBoolRequest(true)).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("/rospy_switch");
      PeerProcess first = rospy("serve", "/rospy_switch");
      assertThat(client.call(new SetBoolRequest(true)).get().message()).isEqualTo("from rospy");
      assertThatThrownBy(() -> client.call(new SetBoolRequest(false)).get())
          .hasMessageContaining("stays on");
      first.close();
      PeerProcess second = rospy("serve", "/rospy_switch");
      assertThat(client.call(new SetBoolRequest(true)).get().success()).isTrue();
      second.close();
    }
  }
}
