package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Depth, ids and normals against distances that a ruler gives. */
class CameraTruthTest extends DeviceTest {
  private static final int WIDTH = 33;
  private static final int HEIGHT = 25;
  private static final int MIDDLE = HEIGHT / 2 * WIDTH + WIDTH / 2;
  private static final CameraOutputs ALL =
      CameraOutputs.of(Channel.DEPTH, Channel.IDS, Channel.NORMALS);

  private record Pictures(float[] depth, int[] ids, float[] normals) {}

  private static Pictures take(SceneLayout layout, Camera camera, Pose... bodies) {
    try (Studio studio = new Studio(device, layout, Appearance.PLAIN, camera, ALL, 1, 16)) {
      studio.stateOfAll(Stages.state(layout, bodies));
      studio.take(1);
      return new Pictures(
          studio.floats(Channel.DEPTH), studio.ids(), studio.floats(Channel.NORMALS));
    }
  }

  private static Camera pitched(double height, double pitch) {
    Quaternion down = Quaternion.fromRollPitchYaw(0, pitch, 0);
    return Stages.camera(new Pose(new Vec3(0, 0, height), down), WIDTH, HEIGHT);
  }

  @Test
  void floorIsAsFarAsItsAngleSays() {
    SceneLayout layout = Stages.of(List.of(Stages.FLOOR));
    Camera camera = pitched(0.4, 0.5);
    Pictures pictures = take(layout, camera);
    double focal = camera.lens().focalLength();
    for (int row = 0; row < HEIGHT; row++) {
      double up = (HEIGHT / 2.0 - 0.5 - row) / focal;
      // the ray (1, *, up) sinks by this much for each metre along the axis
      double sinks = Math.sin(0.5) - up * Math.cos(0.5);
      float expected = sinks > 0 ? (float) (0.4 / sinks) : 0;
      for (int column = 0; column < WIDTH; column++) {
        assertThat(pictures.depth()[row * WIDTH + column])
            .as("row %d, column %d", row, column)
            .isCloseTo(expected, within(1e-5f * expected));
      }
    }
    int below = (HEIGHT - 1) * WIDTH;
    assertThat(pictures.normals()[below]).isCloseTo((float) -Math.sin(0.5), within(1e-6f));
    int up = 2 * WIDTH * HEIGHT + below;
    assertThat(pictures.normals()[up]).isCloseTo((float) Math.cos(0.5), within(1e-6f));
  }

  @Test
  void sphereBoxCylinderAndCapsuleAreAsFarAsTheirSkins() {
    Pose ahead = Pose.at(3, 0, 0);
    Camera camera = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);
    Pose lying = new Pose(new Vec3(3, 0, 0), Quaternion.about(new Vec3(0, 1, 0), Math.PI / 2));
    check(new Shape.Sphere(0.5), camera, ahead, 2.5);
    check(new Shape.Box(0.3, 0.5, 0.7), camera, ahead, 2.7);
    check(new Shape.Cylinder(0.4, 0.6), camera, ahead, 2.6);
    check(new Shape.Cylinder(0.4, 0.6), camera, lying, 2.4);
    check(new Shape.Capsule(0.4, 0.6), camera, ahead, 2.6);
    check(new Shape.Capsule(0.4, 0.6), camera, lying, 2.0);
  }

  private static void check(Shape shape, Camera camera, Pose pose, double distance) {
    SceneLayout layout = Stages.of(List.of(), shape);
    Pictures pictures = take(layout, camera, pose);
    assertThat(pictures.depth()[MIDDLE])
        .as("%s at %s", shape, pose)
        .isCloseTo((float) distance, within(1e-5f));
    assertThat(pictures.ids()[MIDDLE]).isEqualTo(1);
    assertThat(pictures.normals()[MIDDLE]).as("%s", shape).isCloseTo(-1, within(1e-4f));
    assertThat(pictures.ids()[0]).isZero();
    assertThat(pictures.depth()[0]).isZero();
  }

  @Test
  void leftIsColumnZeroAndUpIsRowZero() {
    SceneLayout layout = Stages.of(List.of(), new Shape.Sphere(0.1), new Shape.Sphere(0.1));
    Camera camera = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);
    int[] ids = take(layout, camera, Pose.at(2, 1, 0), Pose.at(2, 0, 0.8)).ids();
    double focal = camera.lens().focalLength();
    int left = (int) Math.round(WIDTH / 2.0 - 0.5 - focal * 0.5);
    int up = (int) Math.round(HEIGHT / 2.0 - 0.5 - focal * 0.4);
    assertThat(ids[HEIGHT / 2 * WIDTH + left]).isEqualTo(1);
    assertThat(ids[up * WIDTH + WIDTH / 2]).isEqualTo(2);
  }

  @Test
  void nothingInSightIsAllZero() {
    SceneLayout layout = Stages.of(List.of(Stages.FLOOR), new Shape.Sphere(0.5));
    Pictures pictures = take(layout, pitched(1, -1.2), Pose.at(-3, 0, 1));
    assertThat(pictures.depth()).containsOnly(0);
    assertThat(pictures.ids()).containsOnly(0);
    assertThat(pictures.normals()).containsOnly(0);
  }

  @Test
  void whatHoldsTheCameraIsNotSeen() {
    Shape[] around = {
      new Shape.Sphere(1), new Shape.Box(1, 1, 1), new Shape.Cylinder(1, 1), new Shape.Capsule(1, 1)
    };
    for (Shape shape : around) {
      SceneLayout layout = Stages.of(List.of(), shape, new Shape.Box(0.5, 0.5, 0.5));
      Camera camera = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);
      Pictures pictures = take(layout, camera, Pose.at(0.2, 0.1, -0.1), Pose.at(4, 0, 0));
      assertThat(pictures.ids()).as("%s", shape).contains(2).doesNotContain(1);
      assertThat(pictures.depth()[MIDDLE]).as("%s", shape).isCloseTo(3.5f, within(1e-5f));
    }
  }

  @Test
  void depthOutOfRangeIsZeroButHidesWhatIsBehind() {
    SceneLayout layout = Stages.of(List.of(), new Shape.Sphere(0.1), new Shape.Box(0.5, 0.5, 0.5));
    Camera camera = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);
    camera = camera.with(new Lens(WIDTH, HEIGHT, 1.2, 0.5, 3));
    Pictures near = take(layout, camera, Pose.at(0.4, 0, 0), Pose.at(2, 0, 0));
    assertThat(near.ids()[MIDDLE]).isEqualTo(1);
    assertThat(near.depth()[MIDDLE]).isZero();
    Pictures far = take(layout, camera, Pose.at(-1, 0, 0), Pose.at(4, 0, 0));
    assertThat(far.ids()[MIDDLE]).isEqualTo(2);
    assertThat(far.depth()).containsOnly(0);
  }

  @Test
  void sizeFactorMovesAndScalesShapes() {
    Collider offset = new Collider("ball", new Shape.Sphere(0.2), Pose.at(0.5, 0, 0), 1);
    var body = new eyas.assets.scene.SceneBody("ball", Stages.ONE, List.of(offset), Pose.IDENTITY);
    SceneLayout layout =
        new SceneLayout(
            new eyas.assets.scene.Scene("one", 9.81, 0.1, 1, List.of(), List.of(body), List.of()));
    Camera camera = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);
    try (Studio studio = new Studio(device, layout, Appearance.PLAIN, camera, ALL, 1, 1)) {
      studio.stateOfAll(Stages.state(layout, Pose.at(2, 0, 0)));
      studio.parameter(0, layout.solidParameters(0) + SceneLayout.SIZE_FACTOR, 1.5f);
      studio.take(1);
      assertThat(studio.floats(Channel.DEPTH)[MIDDLE]).isCloseTo(2 + 0.75f - 0.3f, within(1e-5f));
    }
  }

  @Test
  void wallIsSeenFromInside() {
    SceneLayout layout = Stages.of(List.of(Stages.FLOOR));
    Appearance walled = Appearance.PLAIN.with(new ArenaWall(Vec3.ZERO, 1.5, 1));
    Camera camera = Stages.camera(Pose.at(0.5, 0, 0.5), WIDTH, HEIGHT);
    try (Studio studio = new Studio(device, layout, walled, camera, ALL, 1, 8)) {
      studio.take(1);
      assertThat(studio.floats(Channel.DEPTH)[MIDDLE]).isCloseTo(1, within(1e-5f));
      assertThat(studio.ids()[MIDDLE]).isEqualTo(2);
      assertThat(studio.floats(Channel.NORMALS)[MIDDLE]).isCloseTo(-1, within(1e-5f));
    }
  }
}
