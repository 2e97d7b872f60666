package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.Activation;
import eyas.assets.policy.Licence;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.leap_hand.LeapPosition;
import eyas.bridge.message.leap_hand.LeapPositionResponse;
import eyas.bridge.message.leap_hand.LeapVelocity;
import eyas.bridge.message.leap_hand.LeapVelocityResponse;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.node.state.ControlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Allegro and LEAP by the conventions of their drivers. */
class HandNodeTest {
  private static final List<String> ALLEGRO =
      IntStream.range(0, 16).mapToObj(i -> "joint_" + i + ".0").toList();
  private static final List<String> LEAP =
      IntStream.range(0, 16).mapToObj(Integer::toString).toList();

  @TempDir Path folder;
  private final List<JointState> commands = new CopyOnWriteArrayList<>();

  private static PolicyContract contract(List<String> joints) {
    NetworkSpec network = NetworkSpec.memoryless(48, 8, 16, Activation.TANH);
    return new PolicyContract(
        "hand",
        "hand",
        "hand",
        0.05,
        new ObservationContract(
            List.of(
                ObservationTerm.of("joint-positions", 16, "rad", "joint"),
                ObservationTerm.of("joint-velocities", 16, "rad/s", "joint"),
                ObservationTerm.of("joint-targets", 16, "rad", "joint"))),
        new ActionContract(
            ActionMapping.JOINTS,
            joints.stream().map(name -> new ActionTerm(name, "rad", -0.3, 1.6)).toList(),
            1),
        network,
        Normaliser.identity(48),
        0,
        Map.of(),
        Map.of(),
        Licence.apache(),
        List.of(),
        1e-5);
  }

  private RobotDriver start(String family, List<String> joints, String topic) {
    TestBundles.sealed(TestBundles.of(contract(joints))).save(folder.resolve("hand"));
    RobotDriver driver =
        new RobotDriver(
            List.of(
                "_policy:=" + folder.resolve("hand"),
                "_family:=" + family,
                "_timeout_joints:=2.0",
                "_timeout_enable:=2.0",
                "_max_stamp_age:=2.0",
                "_ramp:=0"));
    driver.node.newSubscriber(topic, JointState.TYPE, Quality.QUEUED).addListener(commands::add);
    return driver;
  }

  private static JointState joints(RobotDriver driver, List<String> names) {
    double[] positions = new double[names.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = 0.01 * ALLEGRO.indexOf(names.get(i));
    }
    return new JointState(
        driver.header(""), names, positions, new double[names.size()], new double[0]);
  }

  @Test
  void allegroIsMatchedByNameAndStopsWhereItIs() throws InterruptedException {
    try (RobotDriver driver = start("allegro", ALLEGRO, "joint_cmd")) {
      Publisher<JointState> states = driver.publisher("joint_states", JointState.TYPE);
      driver.enable(true);
      List<String> wrong = new ArrayList<>(ALLEGRO);
      wrong.set(3, "finger_3");
      driver.until(
          () -> states.publish(joints(driver, wrong)),
          () -> driver.told("The joint states lack [joint_3.0]; they have"));
      assertThat(driver.policy.state()).isEqualTo(ControlState.IDLE);
      List<String> shuffled = new ArrayList<>(ALLEGRO);
      Collections.reverse(shuffled);
      Runnable right = () -> states.publish(joints(driver, shuffled));
      driver.until(right, ControlState.ACTIVE);
      driver.until(right, () -> !commands.isEmpty());
      assertThat(commands.get(0).name()).isEqualTo(ALLEGRO);
      driver.enable(false);
      driver.until(right, ControlState.STOP);
      double[] held = IntStream.range(0, 16).mapToDouble(i -> 0.01 * i).toArray();
      driver.until(right, () -> Arrays.equals(commands.get(commands.size() - 1).position(), held));
    }
  }

  @Test
  void leapIsReadThroughItsServices() throws InterruptedException {
    try (RobotDriver driver = start("leap", LEAP, "/leaphand_node/cmd_leap")) {
      driver.until(() -> {}, () -> driver.told("The LEAP driver did not answer."));
      double[] flat = new double[16];
      Arrays.fill(flat, Math.PI + 0.1);
      driver.node.newServiceServer(
          "leap_position", LeapPosition.SERVICE, request -> new LeapPositionResponse(flat));
      driver.node.newServiceServer(
          "leap_velocity",
          LeapVelocity.SERVICE,
          request -> new LeapVelocityResponse(new double[16]));
      driver.enable(true);
      driver.until(() -> {}, ControlState.ACTIVE);
      driver.until(() -> {}, () -> !commands.isEmpty());
      assertThat(Arrays.stream(commands.get(0).position()).boxed().toList())
          .allMatch(angle -> angle >= Math.PI - 0.3 - 1e-6 && angle <= Math.PI + 1.6 + 1e-6);
      driver.enable(false);
      driver.until(() -> {}, ControlState.STOP);
      driver.until(
          () -> {},
          () ->
              Arrays.stream(commands.get(commands.size() - 1).position())
                  .allMatch(angle -> Math.abs(angle - Math.PI - 0.1) < 1e-9));
    }
  }

  @Test
  void leapKnowsItsJointsByOrderOnly() {
    List<String> other = new ArrayList<>(LEAP);
    Collections.reverse(other);
    assertThatThrownBy(() -> start("leap", other, "/leaphand_node/cmd_leap").close())
        .hasMessageContaining("~joint_names");
  }
}
