package eyas.assets.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.config.ConfigReader;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneReaderTest {
  private static final String TIMES = "time-step: 0.01\nsteps: 2\n";
  private static final String ROBOT =
      "robots:\n  - {name: robot, model: turtlebot3-burger, base: planar}\n";

  private static LoadedScene read(String yaml) {
    return SceneReader.of(ConfigReader.text(yaml, "s.yaml"), "s");
  }

  private static String box(String name, double x, String more) {
    return "  - {name: %s, shape: {box: [0.2, 0.2, 0.2]}, mass: 6, friction: 0.5, position: [%s, 0, 1]%s}\n"
        .formatted(name, x, more);
  }

  private static void assertRefused(String yaml, String... parts) {
    assertThatThrownBy(() -> read(yaml)).satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @ParameterizedTest
  @CsvSource({
    "egopush-t1, 1, 2, 0.1",
    "egopush-t2, 1, 3, 0.1",
    "egopush-t3, 1, 5, 0.1",
    "allegro-box, 1, 1, 0.02",
    "stack, 0, 5, 0.02",
  })
  void readsWhatComesWithEyas(String name, int robots, int bodies, double period) {
    Scene scene = SceneReader.named(name).scene();
    assertThat(scene.robots()).hasSize(robots);
    assertThat(scene.bodies()).hasSize(bodies);
    assertThat(scene.controlPeriod()).isCloseTo(period, within(1e-12));
    assertThat(SceneReader.names()).contains(name);
  }

  @Test
  void drivesEveryJointOfTheHand() {
    SceneRobot hand = SceneReader.named("allegro-box").scene().robots().get(0);
    assertThat(hand.actuators()).hasSize(16);
    assertThat(hand.actuators().get(0))
        .isEqualTo(new Actuator.Position("index_joint_0", 3, 0.1, 0.5));
    // 8 pairs with the palm, and 6 of each finger
    assertThat(hand.apart()).hasSize(32);
  }

  @Test
  void readsBodiesAndColours() {
    LoadedScene loaded = read(TIMES + "bodies:\n" + box("a", 0, ", colour: red"));
    SceneBody body = loaded.scene().bodies().get(0);
    assertThat(body.inertia().mass()).isEqualTo(6);
    assertThat(body.inertia().xx()).isCloseTo(0.04, within(1e-12));
    assertThat(loaded.colours()).containsEntry("a", SceneColour.RED);
    assertThat(loaded.scene().gravity()).isEqualTo(9.81);
  }

  @Test
  void fillsShapesWithTheirDensity() {
    double volume = 0;
    Shape capsule = new Shape.Capsule(0.3, 0.5);
    Support support = Support.of(capsule, Pose.IDENTITY);
    assertThat(support.furthest(new Vec3(0, 0, 1)).z()).isCloseTo(0.8, within(1e-12));
    // second way: slices along z
    double across = 0;
    double along = 0;
    int slices = 200_000;
    for (int i = 0; i < slices; i++) {
      double z = -0.8 + 1.6 * (i + 0.5) / slices;
      double over = Math.max(0, Math.abs(z) - 0.5);
      double rr = 0.09 - over * over;
      double dv = Math.PI * rr * 1.6 / slices;
      volume += dv;
      along += dv * rr / 2;
      across += dv * (rr / 4 + z * z);
    }
    SolidShape solid = new SolidShape(capsule);
    assertThat(solid.volume("")).isCloseTo(volume, within(1e-6));
    assertThat(solid.inertia(volume, "").zz()).isCloseTo(along, within(1e-6));
    assertThat(solid.inertia(volume, "").xx()).isCloseTo(across, within(1e-6));
  }

  @Test
  void namesWhatStartsInSomethingElse() {
    assertRefused(
        TIMES + "bodies:\n" + box("a", 0, "") + box("b", 0.19, ""), "s.yaml:5", "`a` and `b`");
    assertThat(read(TIMES + "bodies:\n" + box("a", 0, "") + box("b", 0.2, "")).scene().bodies())
        .hasSize(2);
    assertRefused(
        TIMES
            + "bodies:\n"
            + box("a", 0, "")
            + "fixtures:\n  - {name: floor, shape: {plane: true}, friction: 1, position: [0, 0, 0.95]}\n",
        "`floor` and `a`");
    assertRefused(
        TIMES
            + ROBOT
            + "bodies:\n  - {name: ball, shape: {sphere: 0.1}, density: 9, friction: 1, position: [0.25, 0, 0.1]}\n",
        "`robot/base` and `ball`");
  }

  @Test
  void namesWhatIsWrong() {
    assertRefused(TIMES, "s.yaml", "nothing in the scene can move");
    assertRefused(TIMES + "bodys: []\n", "s.yaml:3", "`bodys`", "bodies");
    assertRefused("time-step: 0\nsteps: 1\n", "`time-step` is 0.0");
    assertRefused(TIMES + "bodies:\n" + box("a", 0, "") + box("a", 1, ""), "s.yaml:5", "`a`");
    assertRefused(TIMES + "bodies:\n" + box("a", 0, ", density: 1"), "s.yaml:4", "either");
    assertRefused(
        TIMES + "robots:\n  - {name: r, model: leap-hnd, base: fixed}\n", "s.yaml:4", "leap-hand");
    assertRefused(
        TIMES + "robots:\n  - {name: r, model: none.urdf, base: fixed}\n", "none.urdf", "exist");
    String hand = TIMES + "robots:\n  - {name: r, model: allegro-hand, base: fixed, ";
    assertRefused(
        hand + "actuators: [{kind: torque, joints: [index_joint_9], effort: 1}]}\n",
        "s.yaml:4",
        "index_joint_9",
        "index_joint_0");
    assertRefused(
        hand + "actuators: [{kind: torque, effort: 1}, {kind: velocity, effort: 1}]}\n",
        "two actuators");
    assertRefused(hand + "actuators: [{kind: position, effort: 1}]}\n", "`stiffness` is missing");
    assertRefused(hand + "actuators: [{kind: differential-drive, effort: 1}]}\n", "base: planar");
    assertRefused(hand + "apart: [[palm, thumb]]}\n", "`thumb`", "thumb_");
    assertRefused(
        TIMES
            + "bodies:\n  - {name: p, shape: {plane: true}, mass: 1, friction: 1, position: [0, 0, 0]}\n",
        "s.yaml:4",
        "free body");
    assertThatThrownBy(() -> SceneReader.named("stak")).hasMessageContaining("stack");
  }

  @Test
  void judgesBallsAndBoxesAsDistancesDo() {
    long seed = 11;
    Random random = new Random(seed);
    Support box = Support.of(new Shape.Box(0.1, 0.2, 0.3), Pose.IDENTITY);
    int apart = 0;
    for (int i = 0; i < 300; i++) {
      double radius = 0.05 + 0.2 * random.nextDouble();
      double[] p = random.doubles(3, -0.6, 0.6).toArray();
      // distance of the ball's middle from the box
      double dx = Math.max(0, Math.abs(p[0]) - 0.1);
      double dy = Math.max(0, Math.abs(p[1]) - 0.2);
      double dz = Math.max(0, Math.abs(p[2]) - 0.3);
      double depth = radius - Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (Math.abs(depth - 1e-3) < 1e-3) {
        continue;
      }
      Pose at = Pose.at(p[0], p[1], p[2]);
      Support ball = Support.of(new Shape.Sphere(radius), at);
      boolean deep = new ConvexOverlap(box, Pose.IDENTITY, ball, at).deeperThan(1e-3);
      assertThat(deep).as("seed %d, ball %d, depth %s", seed, i, depth).isEqualTo(depth > 1e-3);
      apart += deep ? 0 : 1;
    }
    assertThat(apart).isBetween(50, 280);
  }
}
