package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node through all its states and faults, over real sockets, with simulated time. */
class PolicyNodeTest {
  private static final double SAFE_THRUST = 0.45;

  @TempDir Path folder;
  private RosMaster master = new RosMaster("127.0.0.1", 0);
  private MavrosDriver driver;

  @BeforeEach
  void start() throws InterruptedException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    driver =
        new MavrosDriver(
            master, "_policy:=" + folder.resolve("student"), "_rate:=500", "_ramp:=0.1");
  }

  @AfterEach
  void stop() {
    driver.close();
    master.close();
  }

  private void fly() throws InterruptedException {
    driver.enableOn = true;
    driver.setpointOn = true;
    driver.until(() -> driver.policy.state() == ControlState.ACTIVE);
  }

  private static boolean safe(AttitudeTarget command) {
    return command.bodyRate().x() == 0
        && command.bodyRate().y() == 0
        && command.bodyRate().z() == 0
        && Math.abs(command.thrust() - SAFE_THRUST) < 1e-6;
  }

  @Test
  void passesThroughAllStates() throws InterruptedException {
    driver.until(() -> driver.policy.state() == ControlState.READY);
    driver.until(() -> driver.last().isPresent());
    assertThat(driver.last()).get().matches(PolicyNodeTest::safe);
    driver.enableOn = true;
    driver.until(() -> driver.policy.state() == ControlState.HOLD);
    driver.setpointOn = true;
    driver.until(() -> driver.policy.state() == ControlState.ACTIVE);
    driver.until(() -> driver.last().map(c -> !safe(c)).orElse(false));
    driver.enableOn = false;
    driver.until(() -> driver.policy.state() == ControlState.STOP);
    driver.until(() -> driver.last().map(PolicyNodeTest::safe).orElse(false));
    driver.until(() -> driver.policy.state() == ControlState.READY);
    driver.until(() -> driver.states.size() >= 7);
    assertThat(driver.states)
        .startsWith("IDLE", "READY", "RAMP", "HOLD", "ACTIVE", "STOP", "READY");
  }

  @Test
  void stopsWithinOneTimeoutWhenTheImuStopsAndRecovers() throws InterruptedException {
    fly();
    driver.imuOn = false;
    long last = driver.now;
    driver.lag = 10_000_000L;
    driver.until(() -> driver.policy.state() == ControlState.STOP);
    driver.until(() -> driver.last().map(PolicyNodeTest::safe).orElse(false));
    AttitudeTarget first =
        driver.commands.stream()
            .filter(c -> c.header().stamp().toNanoseconds() > last && safe(c))
            .findFirst()
            .orElseThrow();
    assertThat(first.header().stamp().toNanoseconds() - last)
        .as("time until the safe command [ns]")
        .isLessThanOrEqualTo(10_000_000L + MavrosDriver.TICK);
    driver.until(
        () ->
            driver.diagnostics.stream()
                .flatMap(d -> d.status().stream())
                .anyMatch(s -> s.message().contains("Input angular-velocity is missing or older")));
    driver.imuOn = true;
    driver.lag = 0;
    driver.until(() -> driver.policy.state() == ControlState.ACTIVE);
  }
}
