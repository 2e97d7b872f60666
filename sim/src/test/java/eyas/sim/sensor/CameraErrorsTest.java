package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Cameras that cannot be are refused with a sentence. */
class CameraErrorsTest extends DeviceTest {
  private static final SceneLayout LAYOUT = Stages.of(List.of(), new Shape.Sphere(1));

  private static void refused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(SensorException.class).hasMessageContainingAll(parts);
  }

  private static void see(SceneLayout layout) {
    Primitives.of(layout, Appearance.PLAIN);
  }

  @Test
  void numbersOutOfRangeAreNamed() {
    refused(() -> new Lens(0, 45, 1, 0, 1), "0 x 45", "1 to 4096");
    refused(() -> new Lens(60, 45, 3.2, 0, 1), "3.2", "between 0 and pi");
    refused(() -> new Lens(60, 45, 1, 2, 1), "from 2.0 m to 1.0 m");
    refused(() -> new DepthNoise(0, 0, 1.5, 0), "1.5", "0 to 1");
    refused(() -> new PoseNoise(0, 0.6), "0.6", "0.5");
    refused(() -> new Colour(0, 2, 0), "2.0");
    refused(() -> new Timing(-1, 0), "-1");
    refused(() -> new Timing(3, 0).interval(0.1), "3.0 Hz", "10.0 Hz");
    refused(() -> new CameraOutputs(Set.of(Channel.LAYERS), 0, 0), "0 layers", "1 to 16");
    refused(() -> new CameraOutputs(Set.of(Channel.DEPTH), 3, 0), "3 layers");
  }

  @Test
  void mountsThatAreNotThereAreNamed() {
    Camera camera = Stages.camera(Pose.IDENTITY, 8, 6);
    Camera onBody = Camera.ideal("eye", new Mount.OnBody("box"), Pose.IDENTITY, camera.lens());
    Camera onLink =
        Camera.ideal("eye", new Mount.OnLink("arm", "hand"), Pose.IDENTITY, camera.lens());
    refused(() -> MountPose.of(LAYOUT, onBody), "`eye`", "`box`", "body0");
    refused(() -> MountPose.of(LAYOUT, onLink), "`eye`", "`arm`");
  }

  @Test
  void shapesThatCannotBeSeenAreNamed() {
    Shape flat =
        new Shape.Convex(
            List.of(new Vec3(0, 0, 0), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(1, 1, 0)));
    refused(() -> see(Stages.of(List.of(), flat)), "4 vertices", "one plane");
    refused(() -> see(Stages.of(List.of())), "`stage`", "no shape");
    refused(() -> Instances.of(LAYOUT, Appearance.PLAIN).id("ball"), "`ball`", "body0");
  }

  @Test
  void channelsThatWereNotAskedForAreRefused() {
    Camera camera = Stages.camera(Pose.IDENTITY, 8, 6);
    CameraOutputs outputs = CameraOutputs.of(Channel.DEPTH);
    try (Studio s = new Studio(device, LAYOUT, Appearance.PLAIN, camera, outputs, 1, 1)) {
      refused(() -> s.view().pictures(Channel.RGB), "RGB", "DEPTH");
    }
  }
}
