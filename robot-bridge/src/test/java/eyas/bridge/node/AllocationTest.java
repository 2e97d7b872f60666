package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eyas.bridge.link.Quality;
import eyas.bridge.message.std_msgs.Float32MultiArray;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control thread allocates nothing, from samples to the command's departure. */
class AllocationTest {
  private static final int WINDOWS = 5;

  @TempDir Path folder;

  @Test
  void theControlPathAllocatesNothing() throws InterruptedException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (RosMaster master = new RosMaster("127.0.0.1", 0);
        MavrosDriver driver =
            new MavrosDriver(master, "_policy:=" + folder.resolve("student"), "_rate:=500")) {
      driver.node.newSubscriber("policy/observation", Float32MultiArray.TYPE, Quality.QUEUED);
      driver.node.newSubscriber("policy/action", Float32MultiArray.TYPE, Quality.QUEUED);
      driver.enableOn = true;
      driver.setpointOn = true;
      driver.until(() -> driver.policy.state() == ControlState.ACTIVE);
      int warm = driver.ticks + 1500;
      driver.until(() -> driver.ticks >= warm);
      long thread = driver.policy.loop().orElseThrow().threadId();
      // the virtual machine makes a class's text constants on the thread whose code it compiles
      // first, once; what allocates in each cycle leaves no window without a byte
      long bytes = -1;
      for (int window = 0; window < WINDOWS && bytes != 0; window++) {
        long before = threads.getThreadAllocatedBytes(thread);
        int end = driver.ticks + 2000;
        driver.until(() -> driver.ticks >= end);
        assertThat(driver.policy.state()).isEqualTo(ControlState.ACTIVE);
        bytes = threads.getThreadAllocatedBytes(thread) - before;
      }
      assertThat(bytes).as("bytes in 2000 steps").isZero();
    }
  }
}
