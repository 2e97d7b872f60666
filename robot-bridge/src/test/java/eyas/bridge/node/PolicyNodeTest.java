package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node through all its states and faults, over real sockets, with simulated time. */
class PolicyNodeTest {
  private static final double SAFE_THRUST = 0.45;
  private static final long MILLISECOND = 1_000_000L;

  @TempDir Path folder;
  private RosMaster master = new RosMaster("127.0.0.1", 0);
  private MavrosDriver driver;

  @BeforeEach
  void start() throws InterruptedException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    driver =
        new MavrosDriver(
            master, "_policy:=student", "_policies:=" + folder, "_rate:=500", "_ramp:=0.1");
  }

  @AfterEach
  void stop() {
    driver.close();
    master.close();
  }

  private void fly() throws InterruptedException {
    driver.enableOn = true;
    driver.setpointOn = true;
    until(ControlState.ACTIVE);
  }

  private void until(ControlState state) throws InterruptedException {
    driver.until(() -> driver.policy.state() == state);
  }

  private static boolean safe(AttitudeTarget command) {
    return command.bodyRate().x() == 0
        && command.bodyRate().y() == 0
        && command.bodyRate().z() == 0
        && Math.abs(command.thrust() - SAFE_THRUST) < 1e-6;
  }

  /** Time until the step that sends the first safe command [ns]. */
  private long timeToSafe(long since) throws InterruptedException {
    until(ControlState.STOP);
    long stopped = driver.now;
    driver.until(() -> driver.last().map(c -> stamp(c) >= stopped).orElse(false));
    assertThat(driver.commands).filteredOn(c -> stamp(c) >= stopped).allMatch(c -> safe(c));
    return stopped - since;
  }

  private static long stamp(AttitudeTarget command) {
    return command.header().stamp().toNanoseconds();
  }

  private void untilTold(String text) throws InterruptedException {
    driver.until(() -> driver.told(text));
  }

  @Test
  void passesThroughAllStates() throws InterruptedException {
    until(ControlState.READY);
    driver.until(() -> driver.last().map(PolicyNodeTest::safe).orElse(false));
    driver.enableOn = true;
    until(ControlState.HOLD);
    driver.setpointOn = true;
    until(ControlState.ACTIVE);
    driver.until(() -> driver.last().map(c -> !safe(c)).orElse(false));
    assertThat(driver.last().orElseThrow().typeMask()).isEqualTo(AttitudeTarget.IGNORE_ATTITUDE);
    driver.enableOn = false;
    until(ControlState.STOP);
    driver.until(() -> driver.last().map(PolicyNodeTest::safe).orElse(false));
    until(ControlState.READY);
    driver.until(() -> driver.states.size() >= 7);
    assertThat(driver.states)
        .startsWith("IDLE", "READY", "RAMP", "HOLD", "ACTIVE", "STOP", "READY");
  }

  @Test
  void stopsWithinOneTimeoutWhenASensorFallsSilentAndRecovers() throws InterruptedException {
    fly();
    driver.imuOn = false;
    assertThat(timeToSafe(driver.now))
        .as("time until the safe command [ns]")
        .isLessThanOrEqualTo(10 * MILLISECOND + MavrosDriver.TICK);
    untilTold("Input angular-velocity is missing or older than 10 ms.");
    driver.imuOn = true;
    until(ControlState.ACTIVE);
  }

  @Test
  void fallsSilentItselfWhenTheSafeCommandDoesNotHelp() throws InterruptedException {
    fly();
    driver.odometryOn = false;
    assertThat(timeToSafe(driver.now)).isLessThanOrEqualTo(100 * MILLISECOND + MavrosDriver.TICK);
    long stopped = driver.now;
    driver.until(() -> driver.now > stopped + 1500 * MILLISECOND);
    assertThat(driver.last().map(PolicyNodeTest::stamp).orElseThrow())
        .as("the flight controller's own failsafe takes over after 1 s")
        .isLessThan(stopped + 1100 * MILLISECOND);
  }

  @Test
  void leavesTheRobotToItsOwnFailsafeWhenTheOperatorDoesNotEnable() throws InterruptedException {
    until(ControlState.READY);
    driver.until(() -> driver.last().isPresent());
    long ready = driver.now;
    driver.until(() -> driver.now > ready + 2000 * MILLISECOND);
    assertThat(driver.last().map(PolicyNodeTest::stamp).orElseThrow())
        .isLessThan(ready + 1100 * MILLISECOND);
    driver.enableOn = true;
    until(ControlState.HOLD);
  }

  @Test
  void dropsValuesThatAreNotFinite() throws InterruptedException {
    fly();
    double good = driver.rateX;
    driver.rateX = Double.NaN;
    assertThat(timeToSafe(driver.now)).isLessThanOrEqualTo(10 * MILLISECOND + MavrosDriver.TICK);
    untilTold("Value 0 of angular-velocity is NaN, not finite.");
    assertThat(driver.commands).allMatch(c -> Double.isFinite(c.bodyRate().x()));
    driver.rateX = good;
    until(ControlState.ACTIVE);
  }

  @Test
  void refusesFramesThatAreTenSecondsOld() throws InterruptedException {
    fly();
    driver.imuDelay = 10_000 * MILLISECOND;
    assertThat(timeToSafe(driver.now)).isLessThanOrEqualTo(10 * MILLISECOND + MavrosDriver.TICK);
    untilTold("s old by its stamp; at most 0.200 s are allowed.");
    driver.imuDelay = 0;
    until(ControlState.ACTIVE);
  }

  @Test
  void stopsWhenTheEnableSignalIsNotRenewed() throws InterruptedException {
    fly();
    driver.enableOn = false;
    // the last renewal was at most 20 ms ago, and counts 20 ms later in a replay
    assertThat(timeToSafe(driver.now)).isLessThanOrEqualTo(220 * MILLISECOND + MavrosDriver.TICK);
    untilTold("The enable signal was released or not renewed in time.");
    driver.enableOn = true;
    until(ControlState.ACTIVE);
  }

  @Test
  void holdsWhereItIsWithoutASetpoint() throws InterruptedException {
    fly();
    driver.setpointOn = false;
    until(ControlState.HOLD);
    driver.until(() -> driver.last().map(c -> !safe(c)).orElse(false));
    driver.setpointOn = true;
    until(ControlState.ACTIVE);
  }

  @Test
  void leavesControlToThePilotWhoDisarms() throws InterruptedException {
    fly();
    driver.armed = false;
    until(ControlState.READY);
    driver.until(() -> driver.last().map(c -> c.thrust() == 0).orElse(false));
    untilTold("The quadrotor is not armed");
  }

  @Test
  void leavesControlWhenNobodyListens() throws InterruptedException {
    fly();
    driver.commandSubscriber.close();
    until(ControlState.READY);
    untilTold("Nobody listens to /mavros/setpoint_raw/attitude");
  }

  @Test
  void goesOnBesideAListenerThatHasStalled() throws InterruptedException {
    fly();
    CountDownLatch stalled = new CountDownLatch(1);
    try (ConnectedNode peer = MavrosDriver.connect(master, "stalled", List.of())) {
      peer.newSubscriber("mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.SENSOR)
          .addListener(
              command -> {
                try {
                  stalled.await();
                } catch (InterruptedException ended) {
                  Thread.currentThread().interrupt();
                }
              });
      untilTold("Commands were dropped: a listener is too slow or has stalled.");
      long now = driver.now;
      driver.until(() -> driver.last().map(c -> stamp(c) > now).orElse(false));
      assertThat(driver.policy.state()).isEqualTo(ControlState.ACTIVE);
      stalled.countDown();
    }
  }

  @Test
  void fliesOnWhenTheMasterIsKilledAndStartedAgain() throws InterruptedException {
    fly();
    int port = master.uri().getPort();
    master.close();
    long killed = driver.now;
    driver.until(() -> driver.now > killed + 1000 * MILLISECOND);
    assertThat(driver.policy.state()).isEqualTo(ControlState.ACTIVE);
    master = new RosMaster("127.0.0.1", port);
    try (ConnectedNode late = MavrosDriver.connect(master, "late", List.of())) {
      BlockingQueue<String> info = new LinkedBlockingQueue<>();
      late.newSubscriber("policy/info", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
          .addListener(message -> info.add(message.data()));
      driver.until(() -> !info.isEmpty());
      assertThat(info.take()).contains("\"policy\":\"student\"", "\"training-rate\":100.0");
    }
    assertThat(driver.policy.state()).isEqualTo(ControlState.ACTIVE);
    assertThat(driver.states).doesNotContain("STOP");
  }

  @Test
  void beginsAnewWhenABagStartsAgain() throws InterruptedException {
    fly();
    driver.now -= 2_000 * MILLISECOND;
    driver.until(() -> driver.states.contains("IDLE") && driver.states.lastIndexOf("IDLE") > 0);
    until(ControlState.ACTIVE);
    assertThat(driver.last().map(PolicyNodeTest::stamp).orElseThrow())
        .isLessThan(driver.now + MILLISECOND);
    untilTold("The simulated clock jumped.");
  }

  @Test
  void sendsTheSafeCommandOnExit() throws InterruptedException {
    fly();
    driver.until(() -> driver.last().map(c -> !safe(c)).orElse(false));
    driver.policyNode.close();
    MavrosDriver.await(() -> driver.last().map(PolicyNodeTest::safe).orElse(false));
  }
}
