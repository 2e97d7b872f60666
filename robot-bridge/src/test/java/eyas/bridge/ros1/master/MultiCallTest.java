package eyas.bridge.ros1.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many calls in one, over HTTP. */
class MultiCallTest {
  private static Map<String, Object> call(String method, Object... arguments) {
    return Map.of("methodName", method, "params", List.of(arguments));
  }

  @Test
  void answersEachCallInOrderAndAFaultForThoseThatFail() {
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      Object results =
          new XmlRpcClient(master.uri())
              .call(
                  "system.multicall",
                  List.of(
                      call("setParam", "/me", "/gains/p", 2.5),
                      call("noSuchMethod"),
                      "not a call",
                      call("system.multicall", List.of()),
                      call("getParam", "/me", "/gains"),
                      call("getParam", "/me", "/missing")));
      assertThat(results).isInstanceOf(List.class);
      List<?> all = (List<?>) results;
      assertThat(all).hasSize(6);
      assertThat(all.get(0)).isEqualTo(List.of(List.of(1, "", 0)));
      for (int i : new int[] {1, 2, 3}) {
        assertThat(((Map<?, ?>) all.get(i)).get("faultCode")).as("%s", all).isEqualTo(1);
      }
      assertThat(all.get(4)).isEqualTo(List.of(List.of(1, "", Map.of("p", 2.5))));
      assertThat(all.get(5)).isEqualTo(List.of(List.of(-1, "Parameter [/missing] is not set", 0)));
    }
  }

  @Test
  void refusesWhatIsNoListOfCalls() {
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      XmlRpcClient client = new XmlRpcClient(master.uri());
      assertThatThrownBy(() -> client.call("system.multicall", "getPid"))
          .isInstanceOf(XmlRpcException.class)
          .hasMessageContaining("list of structures");
      assertThat(client.call("getUri", "/me")).isEqualTo(List.of(1, "", master.uri().toString()));
    }
  }
}
