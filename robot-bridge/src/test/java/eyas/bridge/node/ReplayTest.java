package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.Quality;
import eyas.bridge.message.std_msgs.Float32MultiArray;
import eyas.bridge.ros1.master.RosMaster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same messages give the same actions, bit for bit, whatever order the network chose. */
class ReplayTest {
  private static final int ACTIONS = 600;
  private static final long MARGIN = 50_000_000L;

  @TempDir Path folder;

  @Test
  void givesTheSameActionsBitForBit() throws InterruptedException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    List<String> first = replay(1);
    List<String> second = replay(2);
    assertThat(Set.copyOf(first)).as("different actions").hasSizeGreaterThan(ACTIONS - 50);
    assertThat(second).isEqualTo(first);
  }

  private List<String> replay(long seed) throws InterruptedException {
    List<String> actions = new CopyOnWriteArrayList<>();
    try (RosMaster master = new RosMaster("127.0.0.1", 0);
        MavrosDriver driver =
            new MavrosDriver(
                master,
                "_policy:=" + folder.resolve("student"),
                "_rate:=500",
                "_replay_patience:=30")) {
      driver
          .node
          .newSubscriber("policy/action", Float32MultiArray.TYPE, Quality.QUEUED)
          .addListener(message -> actions.add(bits(message.data())));
      MavrosDriver.await(() -> driver.policy.debugListeners() > 0);
      driver.race(seed);
      driver.lag = MARGIN;
      driver.enableOn = true;
      driver.stateOn = false;
      while (driver.ticks < 100) {
        tick(driver);
      }
      driver.stateOn = true;
      driver.setpointOn = true;
      while (actions.size() < ACTIONS) {
        tick(driver);
      }
    }
    return new ArrayList<>(actions).subList(0, ACTIONS);
  }

  private static void tick(MavrosDriver driver) throws InterruptedException {
    driver.rateX = Math.sin(0.01 * driver.ticks);
    driver.tick();
  }

  private static String bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return Arrays.toString(bits);
  }
}
