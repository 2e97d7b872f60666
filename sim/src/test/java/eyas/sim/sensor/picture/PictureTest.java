package eyas.sim.sensor.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.Colour;
import eyas.sim.sensor.SensorException;
import eyas.sim.sensor.bench.CrossScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures for people. */
class PictureTest extends DeviceTest {
  @TempDir private Path folder;

  @Test
  void pngKeepsEveryPixel() throws IOException {
    byte[] rgb = new byte[3 * 5 * 4];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (37 * i);
    }
    Picture picture = new Picture(5, 4, rgb);
    picture.png(folder.resolve("a/picture.png"));
    var read = ImageIO.read(folder.resolve("a/picture.png").toFile());
    for (int i = 0; i < 20; i++) {
      assertThat(read.getRGB(i % 5, i / 5) & 0xffffff).isEqualTo(picture.pixel(i % 5, i / 5));
    }
  }

  @Test
  void picturesStandSideBySideAndGrow() {
    Picture small = new Picture(1, 1, new byte[] {1, 2, 3});
    Picture big = small.enlarged(3);
    assertThat(big.width()).isEqualTo(3);
    assertThat(big.pixel(2, 2)).isEqualTo(0x010203);
    Picture both = big.beside(small, 2);
    assertThat(both.width()).isEqualTo(6);
    assertThat(both.pixel(5, 1)).isEqualTo(0x010203);
    assertThat(both.pixel(5, 0)).isZero();
  }

  @Test
  void picturesStandBelowEachOther() {
    Picture small = Picture.ofPlanes(1, 1, new float[] {1, 0, 0.5f});
    assertThat(small.pixel(0, 0)).isEqualTo(0xff0080);
    Picture both = small.enlarged(3).above(small, 2);
    assertThat(both.height()).isEqualTo(6);
    assertThat(both.pixel(1, 5)).isEqualTo(0xff0080);
    assertThat(both.pixel(1, 3)).isZero();
    assertThat(both.pixel(0, 5)).isZero();
  }

  @Test
  void wrongSizesAreNamed() {
    assertThatThrownBy(() -> new Picture(2, 2, new byte[5]))
        .isInstanceOf(SensorException.class)
        .hasMessageContainingAll("2 x 2", "5 bytes");
  }

  @Test
  void nearIsYellowFarIsVioletAndNothingIsBlack() {
    Picture depth = DepthPictures.of(new float[] {9, 1e-6f, 3, 0}, 1, 3, 1, 3);
    assertThat(depth.pixel(0, 0)).isEqualTo(0xfde725);
    assertThat(depth.pixel(1, 0)).isEqualTo(0x440154);
    assertThat(depth.pixel(2, 0)).isZero();
  }

  @Test
  void aSceneShowsItsColoursSkyAndShadow() {
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    float[] state = CrossScene.state(layout, 1, 0);
    for (int b = 0; b < CrossScene.BOXES; b++) {
      state[layout.bodyRow(b)] = b == 0 ? 0 : 50 + b;
      state[layout.bodyRow(b) + 1] = 0;
    }
    state[layout.positionRow(0)] = -50;
    Map<String, Colour> red = Map.of("box0", new Colour(1, 0, 0));
    Camera camera = Overview.lookingAt(new Vec3(-0.8, 0, 0.4), new Vec3(0, 0, 0.075), 64, 48, 1);
    Appearance plain = Appearance.PLAIN.with(red);
    try (ScenePictures bright = new ScenePictures(device, layout, plain, camera);
        ScenePictures shaded = new ScenePictures(device, layout, plain.forPeople(0), camera)) {
      Picture picture = bright.of(state);
      int box = picture.pixel(32, 24);
      assertThat(box >> 16).isGreaterThan(80);
      assertThat(box & 0xffff).isZero();
      int sky = picture.pixel(32, 0);
      assertThat(sky & 255).isGreaterThan(sky >> 16);
      // the sun stands at the left behind, so that the shadow falls to the right
      int[] right = brightness(bright.of(state), shaded.of(state));
      assertThat(right[1]).isLessThan(right[0]);
      assertThat(right[3]).isEqualTo(right[2]);
    }
  }

  // floor right and left of the box, without and with shadows
  private static int[] brightness(Picture plain, Picture shaded) {
    return new int[] {
      plain.pixel(40, 28) & 255,
      shaded.pixel(40, 28) & 255,
      plain.pixel(12, 36) & 255,
      shaded.pixel(12, 36) & 255
    };
  }
}
