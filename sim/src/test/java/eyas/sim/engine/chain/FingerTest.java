package eyas.sim.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One finger in the textbook, in the lane kernel and in JBullet. */
class FingerTest {
  private static final double ARMATURE = 5e-5;
  private static final double[] SWING = {0.4, 0.3, -0.5, 0, 0, 0};
  private static final double[] TARGET = {0.3, 0.8, 0.6};

  private ComputeDevice device;

  @BeforeEach
  void openDevice() {
    device = ComputeDevice.open("auto");
  }

  @AfterEach
  void closeDevice() {
    device.close();
  }

  @Test
  void aRodSwingsWithItsPeriod() {
    double length = 0.3;
    Finger rod = Finger.pendulum(length);
    double about = 0.5 * (length * length / 3 + 0.01 * 0.01 / 4);
    double exact = 2 * Math.PI * Math.sqrt(about / (0.5 * Finger.GRAVITY * length / 2));
    double[] start = {Math.PI / 2 + 0.05, 0};
    double[] none = {0};
    ReferenceFinger reference = new ReferenceFinger(rod, none);
    BulletFinger bullet = new BulletFinger(rod, 10, start, none);
    double[] at = start;
    double[] swung = new double[2000];
    for (int k = 0; k < swung.length; k++) {
      at = reference.fly(at, 0.001, 1);
      swung[k] = at[0];
    }
    assertThat(period(k -> swung[k])).isCloseTo(exact, within(0.001 * exact));
    try (LaneFinger lanes = new LaneFinger(device, device.nativeLanes(), rod, 1)) {
      lanes.reset(start, none);
      assertThat(
              period(
                  k -> {
                    lanes.advance(0.001, 1, 1);
                    return lanes.state(0)[0];
                  }))
          .isCloseTo(exact, within(0.002 * exact));
    }
    assertThat(
            period(
                k -> {
                  bullet.advance(0.001, 1);
                  return bullet.state()[0];
                }))
        .isCloseTo(exact, within(0.005 * exact));
  }

  // mean time between downward crossings of the hanging angle, samples every millisecond
  private static double period(IntFunction<Double> angle) {
    double last = 0.05;
    double first = Double.NaN;
    double crossing = Double.NaN;
    int count = 0;
    for (int k = 0; k < 2000; k++) {
      double now = angle.apply(k) - Math.PI / 2;
      if (last > 0 && now <= 0) {
        crossing = 0.001 * (k + last / (last - now));
        first = count++ == 0 ? crossing : first;
      }
      last = now;
    }
    return (crossing - first) / (count - 1);
  }

  @Test
  void energyStaysInAFreeSwing() {
    Finger finger = Finger.human(0, Finger.Drive.NONE);
    ReferenceFinger reference = new ReferenceFinger(finger, 0, 0, 0);
    double scale = 0.06 * Finger.GRAVITY * 0.05;
    double start = reference.energy(SWING);
    BulletFinger bullet = new BulletFinger(finger, 10, SWING, 0, 0, 0);
    bullet.advance(0.001, 1000);
    double[] none = new double[3];
    double[] lanes = Fingers.lanes(device, finger, SWING, none, 0.00025, 4000);
    assertThat(reference.energy(reference.fly(SWING, 0.0002, 5000)))
        .isCloseTo(start, within(1e-5 * scale));
    assertThat(reference.energy(lanes)).isCloseTo(start, within(0.01 * scale));
    assertThat(reference.energy(bullet.state())).isCloseTo(start, within(0.02 * scale));
    assertThat(bullet.gap()).as("hinge gap [m]").isLessThan(2e-4);
    assertThat(bullet.tilt()).as("hinge tilt [rad]").isLessThan(2e-3);
  }

  @Test
  void freeSwingsAgree() {
    Finger finger = Finger.human(0, Finger.Drive.NONE);
    double[] none = new double[3];
    double[] truth = new ReferenceFinger(finger, none).fly(SWING, 0.0002, 1000);
    double[] lanes = Fingers.lanes(device, finger, SWING, none, 0.0001, 2000);
    BulletFinger bullet = new BulletFinger(finger, 10, SWING, none);
    bullet.advance(0.0001, 2000);
    for (int i = 0; i < 3; i++) {
      assertThat(lanes[i]).as("joint " + i).isCloseTo(truth[i], within(5e-3));
      assertThat(bullet.state()[i]).as("joint " + i).isCloseTo(truth[i], within(2e-2));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, ARMATURE})
  void theKernelFollowsTheServoWithAndWithoutArmature(double armature) {
    Finger finger = Finger.human(armature, Finger.servo());
    double[] rest = new double[6];
    double error;
    try (LaneFinger lanes = new LaneFinger(device, device.nativeLanes(), finger, 1)) {
      lanes.reset(rest, TARGET);
      error =
          Fingers.servoError(
              finger,
              rest,
              TARGET,
              k -> {
                lanes.advance(0.001, 20, 1);
                return lanes.state(0);
              });
    }
    assertThat(error).isLessThan(0.015);
  }

  @Test
  void jbulletFollowsTheServoOfTheFingerItModels() {
    Finger finger = Finger.human(ARMATURE, Finger.servo());
    BulletFinger bullet = new BulletFinger(finger, 10, new double[6], TARGET);
    double error =
        Fingers.servoError(
            finger.withArmatureInside(),
            new double[6],
            TARGET,
            k -> {
              bullet.advance(0.001, 20);
              return bullet.state();
            });
    assertThat(error).isLessThan(0.025);
  }

  @Test
  void lanesGiveTheSameBits() {
    Finger finger = Finger.human(ARMATURE, Finger.servo());
    float[] one = randomFingers(finger, Lanes.of(1));
    for (int width : new int[] {4, 8, 16}) {
      assertThat(randomFingers(finger, Lanes.of(width))).as("lanes " + width).isEqualTo(one);
    }
  }

  private float[] randomFingers(Finger finger, Lanes lanes) {
    Random random = new Random(11);
    int count = 48;
    float[] rows = new float[6 * count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    try (LaneFinger fingers = new LaneFinger(device, lanes, finger, count)) {
      fingers.reset(new double[6], TARGET);
      fingers.state(rows);
      fingers.advance(0.001, 10, 10);
      return fingers.state();
    }
  }
}
