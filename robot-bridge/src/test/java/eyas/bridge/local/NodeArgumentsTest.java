package eyas.bridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and parameters from command lines, without DDS. */
class NodeArgumentsTest {
  @TempDir Path folder;

  private static NodeNames names(String... arguments) {
    List<String> all = List.of(arguments);
    return new NodeNames(new NodeConfiguration("policy", all, Map.of()), new NodeArguments(all));
  }

  private static LocalParameters parameters(String... arguments) {
    NodeNames names = names(arguments);
    return new LocalParameters(
        names, new NodeArguments(List.of(arguments)), new ConsoleLog(names.node(), System.err));
  }

  @Test
  void readsRemappingsAsRos2WritesThem() {
    NodeNames names =
        names(
            "--model",
            "x.zip",
            "--ros-args",
            "-r",
            "odom:=/vicon/odom",
            "--remap",
            "__node:=pilot",
            "-r",
            "__ns:=/drone",
            "-r",
            "other:imu:=/wrong",
            "-r",
            "pilot:imu:=/right",
            "--",
            "a:=/b");
    assertThat(names.node()).isEqualTo("/drone/pilot");
    assertThat(names.resolve("odom")).isEqualTo("/vicon/odom");
    assertThat(names.resolve("imu")).isEqualTo("/right");
    assertThat(names.resolve("~/info")).isEqualTo("/drone/pilot/info");
    assertThat(names.resolve("a")).isEqualTo("/b");
  }

  @Test
  void readsRemappingsAsRos1WritesThem() {
    NodeNames names = names("odom:=/vicon/odom", "__name:=pilot", "__ns:=drone", "~info:=/fact");
    assertThat(names.node()).isEqualTo("/drone/pilot");
    assertThat(names.resolve("odom")).isEqualTo("/vicon/odom");
    assertThat(names.resolve("~info")).isEqualTo("/fact");
    assertThat(names.resolve("/abs")).isEqualTo("/abs");
  }

  @Test
  void refusesNamesThatRos2Refuses() {
    for (String wrong : List.of("/a//b", "a__b", "/1a", "a-b", "a/", "", "/")) {
      assertThatThrownBy(() -> names().resolve(wrong))
          .as(wrong)
          .isInstanceOf(LinkException.class)
          .hasMessageContaining("not a ROS 2 name");
    }
    assertThatThrownBy(() -> names("--ros-args", "-r", "x"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("from:=to");
    assertThatThrownBy(() -> names("--ros-args", "-p")).isInstanceOf(LinkException.class);
  }

  @Test
  void readsParametersOfBothKinds() {
    LocalParameters parameters =
        parameters(
            "_rate:=500",
            "--ros-args",
            "-p",
            "gains.p:=[1.5, 2]",
            "-p",
            "hover:=true",
            "--param",
            "model:=file:/x.zip");
    assertThat(parameters.number("~rate", 0)).isEqualTo(500);
    assertThat(parameters.get("~gains/p")).contains(List.of(1.5, 2));
    assertThat(parameters.get("~gains")).contains(Map.of("p", List.of(1.5, 2)));
    assertThat(parameters.flag("~hover", false)).isTrue();
    assertThat(parameters.text("~model", "")).isEqualTo("file:/x.zip");
    assertThat(parameters.get("~none")).isEmpty();
  }

  @Test
  void readsFilesOfParametersWithWildcards() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            /**:
              ros__parameters:
                rate: 100
                use_sim_time: true
            /drone/policy:
              ros__parameters:
                rate: 500
                gains: {p: 2.5}
            other:
              ros__parameters: {rate: 1}
            /*/policy:
              ros__parameters: {depth.max: 10}
            """);
    LocalParameters parameters =
        parameters(
            "--ros-args", "-r", "__ns:=/drone", "--params-file", file.toString(), "-p", "extra:=x");
    assertThat(parameters.number("~rate", 0)).isEqualTo(500);
    assertThat(parameters.flag("~use_sim_time", false)).isTrue();
    assertThat(parameters.number("~gains/p", 0)).isEqualTo(2.5);
    assertThat(parameters.number("~depth/max", 0)).isEqualTo(10);
    assertThat(parameters.text("~extra", "")).isEqualTo("x");
    assertThat(parameters.names()).contains("/drone/policy/rate");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), "policy: 3\n");
    assertThatThrownBy(() -> parameters("--ros-args", "--params-file", file.toString()))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("ros__parameters");
    assertThatThrownBy(() -> parameters("--ros-args", "--params-file", "/no/such"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("no readable file");
  }

  @Test
  void tellsListenersAndForgets() {
    LocalParameters parameters = parameters();
    List<Object> told = new ArrayList<>();
    parameters.addListener("~rate", told::add);
    parameters.set("~rate", 5);
    parameters.set("~rate", 6);
    parameters.delete("~rate");
    assertThat(told).containsExactly(5, 6);
    assertThat(parameters.get("~rate")).isEmpty();
  }
}
