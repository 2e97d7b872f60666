package eyas.sim.engine.chain;

import eyas.sim.device.ComputeDevice;
import java.util.Locale;

/** Prints the figures that the package's note quotes. */
final class FingerFigures {
  private static final double[] SWING = {0.4, 0.3, -0.5, 0, 0, 0};
  private static final double[] REST = new double[6];
  private static final double[] TARGET = {0.3, 0.8, 0.6};

  private FingerFigures() {}

  public static void main(String[] args) {
    try (ComputeDevice device = ComputeDevice.open("auto")) {
      for (double step : new double[] {0.002, 0.001, 0.0005, 0.00025}) {
        swing(device, step);
      }
      for (double armature : new double[] {0, 5e-5}) {
        for (double step : new double[] {0.002, 0.001, 0.0005, 0.0001}) {
          reach(device, armature, step);
        }
      }
      speed(device);
    }
  }

  // free swing: energy and joints after 1 s
  private static void swing(ComputeDevice device, double step) {
    Finger finger = Finger.human(0, Finger.Drive.NONE);
    ReferenceFinger reference = new ReferenceFinger(finger, 0, 0, 0);
    double start = reference.energy(SWING);
    double scale = 0.06 * Finger.GRAVITY * 0.05;
    int steps = (int) Math.round(1 / step);
    double[] here = Fingers.lanes(device, finger, SWING, new double[3], step, steps);
    print("swing lanes %.5f s: energy %+.4f", step, (reference.energy(here) - start) / scale);
    for (int iterations : new int[] {10, 50}) {
      BulletFinger bullet = new BulletFinger(finger, iterations, SWING, 0, 0, 0);
      double gap = 0;
      double tilt = 0;
      for (int k = 0; k < steps; k++) {
        bullet.advance(step, 1);
        gap = Math.max(gap, bullet.gap());
        tilt = Math.max(tilt, bullet.tilt());
      }
      double energy = (reference.energy(bullet.state()) - start) / scale;
      print(
          "swing jbullet %.5f s, %d iterations: energy %+.4f, gap %.2g m, tilt %.2g rad",
          step, iterations, energy, gap, tilt);
    }
  }

  // servo step: worst angle against the reference over 0.5 s
  private static void reach(ComputeDevice device, double armature, double step) {
    Finger finger = Finger.human(armature, Finger.servo());
    print(
        "servo armature %.0e, %.5f s: lanes %.4f rad, jbullet %.4f rad, as modelled %.4f rad",
        armature,
        step,
        Fingers.servoError(
            finger,
            REST,
            TARGET,
            (k) ->
                Fingers.lanes(
                    device, finger, REST, TARGET, step, (int) Math.round(k * 0.02 / step))),
        Fingers.servoError(finger, REST, TARGET, (k) -> bullet(finger, step, k)),
        Fingers.servoError(
            finger.withArmatureInside(), REST, TARGET, (k) -> bullet(finger, step, k)));
  }

  private static double[] bullet(Finger finger, double step, int k) {
    BulletFinger bullet = new BulletFinger(finger, 10, REST, TARGET);
    bullet.advance(step, (int) Math.round(k * 0.02 / step));
    return bullet.state();
  }

  private static void speed(ComputeDevice device) {
    int count = 8192;
    Finger finger = Finger.human(5e-5, Finger.servo());
    try (LaneFinger lanes = new LaneFinger(device, device.nativeLanes(), finger, count)) {
      lanes.reset(REST, TARGET);
      lanes.advance(0.001, 10, 5);
      long start = System.nanoTime();
      lanes.advance(0.001, 10, 100);
      print("lanes: %.1f M substeps/s", count * 1000.0 / (System.nanoTime() - start) * 1e3);
    }
    BulletFinger bullet = new BulletFinger(finger, 10, REST, TARGET);
    bullet.advance(0.001, 20000);
    long start = System.nanoTime();
    bullet.advance(0.001, 20000);
    print("jbullet: %.4f M substeps/s", 20000.0 / (System.nanoTime() - start) * 1e3);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
