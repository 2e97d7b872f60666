package eyas.assets.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.scene.Base;
import eyas.assets.scene.ForwardKinematics;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own robots against published tables, typed here a second time. */
class NamedRobotsTest {
  // canonical grasp of HaozhiQi/hora, joints in the order index, middle, ring, thumb
  private static final double[] GRASP = {
    .082, 1.244, .265, .298, .005, 1.096, .080, .150, .029, 1.337, .285, .317, 1.104, 1.163, .953,
    -.138
  };

  private static ForwardKinematics placed(String robot, double[] q) {
    KinematicTree tree = KinematicTree.of(UrdfReader.named(robot), Base.FIXED);
    return ForwardKinematics.of(tree, Pose.IDENTITY, q);
  }

  private static double[] all(double value) {
    double[] q = new double[16];
    Arrays.fill(q, value);
    return q;
  }

  private static void assertTip(ForwardKinematics hand, String tip, double x, double y, double z) {
    Vec3 p = hand.link(tip).position();
    assertThat(p.x()).as(tip + " x").isCloseTo(x, within(1e-4));
    assertThat(p.y()).as(tip + " y").isCloseTo(y, within(1e-4));
    assertThat(p.z()).as(tip + " z").isCloseTo(z, within(1e-4));
  }

  @Test
  void allegroReachesThePublishedPoints() {
    ForwardKinematics zero = placed("allegro-hand", all(0));
    assertTip(zero, "index_tip", 0, 0.0553, 0.1334);
    assertTip(zero, "middle_tip", 0, 0, 0.1362);
    assertTip(zero, "ring_tip", 0, -0.0553, 0.1334);
    assertTip(zero, "thumb_tip", -0.0132, 0.1677, -0.0861);
    ForwardKinematics bent = placed("allegro-hand", all(0.3));
    assertTip(bent, "index_tip", 0.0559, 0.0709, 0.1128);
    assertTip(bent, "middle_tip", 0.0559, 0.0173, 0.1170);
    assertTip(bent, "ring_tip", 0.0559, -0.0364, 0.1158);
    assertTip(bent, "thumb_tip", 0.0395, 0.1501, -0.0471);
  }

  @Test
  void leapReachesThePublishedPoints() {
    ForwardKinematics zero = placed("leap-hand", all(0));
    assertTip(zero, "index_tip", 0.1322, 0.0076, -0.0195);
    assertTip(zero, "middle_tip", 0.1321, -0.0378, -0.0195);
    assertTip(zero, "ring_tip", 0.1321, -0.0832, -0.0195);
    assertTip(zero, "thumb_tip", -0.0823, 0.1367, -0.0219);
    ForwardKinematics bent = placed("leap-hand", all(0.3));
    assertTip(bent, "index_tip", 0.1002, -0.0192, -0.0934);
    assertTip(bent, "middle_tip", 0.1001, -0.0646, -0.0934);
    assertTip(bent, "ring_tip", 0.1002, -0.1100, -0.0934);
    assertTip(bent, "thumb_tip", -0.0369, 0.1143, -0.0724);
  }

  @Test
  void leapsHomeIsPlaygrounds() {
    double[] finger = {0.8, 0, 0.8, 0.8};
    double[] q =
        Stream.of(finger, finger, finger, new double[] {0.8, 0.8, 0.8, 0})
            .flatMapToDouble(Arrays::stream)
            .toArray();
    ForwardKinematics home = placed("leap-hand", q);
    assertTip(home, "index_tip", -0.0085, 0.0076, -0.1272);
    assertTip(home, "middle_tip", -0.0086, -0.0378, -0.1272);
    assertTip(home, "ring_tip", -0.0086, -0.0832, -0.1272);
    assertTip(home, "thumb_tip", -0.0292, 0.0328, -0.1357);
  }

  @ParameterizedTest
  @CsvSource({
    "allegro-hand, 16, 0.9549",
    "leap-hand, 16, 0.746",
    "turtlebot3-burger, 0, 0.9967",
  })
  void movesAndWeighsAsPublished(String robot, int joints, double mass) {
    RobotModel model = UrdfReader.named(robot);
    assertThat(KinematicTree.of(model, Base.FIXED).bodies()).hasSize(joints);
    double sum = model.links().stream().mapToDouble(link -> link.inertia().mass()).sum();
    assertThat(sum).isCloseTo(mass, within(1e-9));
  }

  static Stream<Object[]> joints() {
    return Stream.of(
        new Object[] {"allegro-hand", "_joint_0", "index middle ring", -0.47, 0.47, 0.0119},
        new Object[] {"allegro-hand", "_joint_1", "index middle ring", -0.196, 1.61, 0.065},
        new Object[] {"allegro-hand", "_joint_2", "index middle ring", -0.174, 1.709, 0.0355},
        new Object[] {"allegro-hand", "_joint_3", "index middle ring", -0.227, 1.618, 0.0096},
        new Object[] {"allegro-hand", "_joint_0", "thumb", 0.263, 1.396, 0.0176},
        new Object[] {"allegro-hand", "_joint_1", "thumb", -0.105, 1.163, 0.0119},
        new Object[] {"allegro-hand", "_joint_2", "thumb", -0.189, 1.644, 0.038},
        new Object[] {"allegro-hand", "_joint_3", "thumb", -0.162, 1.719, 0.0388},
        new Object[] {"leap-hand", "_mcp", "index middle ring", -0.314, 2.23, 0.044},
        new Object[] {"leap-hand", "_rot", "index middle ring", -1.047, 1.047, 0.032},
        new Object[] {"leap-hand", "_pip", "index middle ring", -0.506, 1.885, 0.037},
        new Object[] {"leap-hand", "_dip", "index middle ring", -0.366, 2.042, 0.016},
        new Object[] {"leap-hand", "_cmc", "thumb", -0.349, 2.094, 0.032},
        new Object[] {"leap-hand", "_axl", "thumb", -0.349, 2.094, 0.003},
        new Object[] {"leap-hand", "_mcp", "thumb", -0.47, 2.443, 0.038},
        new Object[] {"leap-hand", "_ipl", "thumb", -1.34, 1.88, 0.049});
  }

  @ParameterizedTest
  @MethodSource("joints")
  void jointsHaveThePublishedLimitsAndMasses(
      String robot, String suffix, String fingers, double lower, double upper, double mass) {
    RobotModel model = UrdfReader.named(robot);
    boolean allegro = robot.startsWith("allegro");
    for (String finger : fingers.split(" ", -1)) {
      Joint joint =
          model.joints().stream()
              .filter(j -> j.name().equals(finger + suffix))
              .findFirst()
              .orElseThrow();
      assertThat(joint.limits())
          .isEqualTo(
              new Joint.Limits(lower, upper, allegro ? 0.35 : 0.2196, allegro ? 6.283 : 8.48));
      assertThat(joint.armature()).isEqualTo(allegro ? 0.001 : 0.00149376);
      assertThat(joint.friction()).isEqualTo(allegro ? 0.01 : 0.02);
      assertThat(joint.damping()).isEqualTo(allegro ? 0 : 0.2);
      assertThat(model.links().get(joint.child()).inertia().mass()).isEqualTo(mass);
    }
  }

  @Test
  void allegrosCanonicalGraspClosesTheFingers() {
    ForwardKinematics hand = placed("allegro-hand", GRASP);
    assertTip(hand, "index_tip", 0.1150, 0.0555, 0.0274);
    assertTip(hand, "middle_tip", 0.1094, 0.0005, 0.0630);
    assertTip(hand, "ring_tip", 0.1157, -0.0417, 0.0160);
    assertTip(hand, "thumb_tip", 0.1180, 0.0079, -0.0432);
  }

  @Test
  void leapsInertiaTurnsWithItsQuaternion() {
    var palm = UrdfReader.named("leap-hand").links().get(0).inertia();
    double[] moments = PrincipalMoments.of(palm);
    assertThat(moments).containsExactly(new double[] {1.807e-4, 3.048e-4, 4.073e-4}, within(1e-9));
    // the axis of the largest moment: the first column of the published quaternion's matrix
    Vec3 x =
        new eyas.assets.spatial.Quaternion(.565586, .427629, -.574956, .408254)
            .normalized()
            .rotate(new Vec3(1, 0, 0));
    assertThat(palm.times(x).minus(x.times(4.073e-4)).norm()).isLessThan(1e-9);
  }

  @Test
  void turtlebotHasItsPusherInFront() {
    ForwardKinematics robot = placed("turtlebot3-burger", new double[0]);
    KinematicTree tree = robot.tree();
    assertThat(tree.root().colliders()).hasSize(2);
    double face =
        tree.root().colliders().stream()
            .mapToDouble(c -> c.pose().position().x() + ((Shape.Box) c.shape()).halfX())
            .max()
            .orElseThrow();
    assertThat(face).isCloseTo(0.177, within(1e-9));
    assertThat(robot.link("camera").position()).isEqualTo(new Vec3(0.031, 0, 0.206));
    Vec3 look = robot.link("camera").orientation().rotate(new Vec3(1, 0, 0));
    assertThat(Math.toDegrees(Math.asin(-look.z()))).isCloseTo(11.5, within(1e-6));
  }
}
