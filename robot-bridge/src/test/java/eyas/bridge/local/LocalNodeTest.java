package eyas.bridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.std_msgs.Bool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalNodeTest {
  private final ConnectedNode node =
      NodeRunner.provider("local")
          .connect(new NodeConfiguration("policy", List.of("_rate:=5"), Map.of()));

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void whatANodePublishesItsOwnSubscribersHear() {
    Publisher<Vector3> publisher = node.newPublisher("~a", Vector3.TYPE, Quality.COMMAND);
    Subscriber<Vector3> subscriber = node.newSubscriber("~a", Vector3.TYPE, Quality.COMMAND);
    List<Vector3> heard = new ArrayList<>();
    subscriber.addListener(
        message -> {
          throw new IllegalStateException("a fault of another listener");
        });
    subscriber.addListener(heard::add);
    publisher.publish(new Vector3(1, 2, 3));
    assertThat(publisher.subscribers()).isOne();
    subscriber.close();
    publisher.publish(new Vector3(4, 5, 6));
    assertThat(heard).containsExactly(new Vector3(1, 2, 3));
    assertThat(publisher.subscribers()).isZero();
  }

  @Test
  void aLateListenerHearsTheLatchedMessage() {
    node.newPublisher("fact", Bool.TYPE, Quality.LATCHED).publish(new Bool(true));
    List<Bool> heard = new ArrayList<>();
    node.newSubscriber("/fact", Bool.TYPE, Quality.LATCHED).addListener(heard::add);
    assertThat(heard).containsExactly(new Bool(true));
  }

  @Test
  void hasParametersAndEndsOnce() {
    assertThat(node.parameters().number("~rate", 0)).isEqualTo(5);
    List<String> ended = new ArrayList<>();
    node.onShutdown(() -> ended.add("once"));
    node.close();
    node.close();
    assertThat(ended).containsExactly("once");
    assertThat(node.running()).isFalse();
  }

  @Test
  void refusesTwoTypesOfOneTopic() {
    node.newPublisher("a", Bool.TYPE, Quality.COMMAND);
    assertThatThrownBy(() -> node.newSubscriber("a", Vector3.TYPE, Quality.COMMAND))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("std_msgs/Bool");
  }
}
