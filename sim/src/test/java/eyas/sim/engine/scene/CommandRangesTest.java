package eyas.sim.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.scene.SceneReader;
import org.junit.jupiter.api.Test;

/** The commands that scenes can follow. */
class CommandRangesTest {
  @Test
  void positionsStayWithinTheStops() {
    CommandRanges hand = of("allegro-box");
    assertThat(hand.lower()).hasSize(16).startsWith(-0.47, -0.196, -0.174, -0.227);
    assertThat(hand.upper()).hasSize(16).startsWith(0.47, 1.61, 1.709, 1.618);
  }

  @Test
  void drivesGetTheGivenSpeeds() {
    CommandRanges robot = of("egopush-t1");
    assertThat(robot.lower()).containsExactly(-0.4, -2.84);
    assertThat(robot.upper()).containsExactly(0.4, 2.84);
  }

  private static CommandRanges of(String scene) {
    return CommandRanges.of(new SceneLayout(SceneReader.named(scene).scene()), 0.4, 2.84);
  }
}
