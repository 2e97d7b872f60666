package eyas.cli.rehearsal;

import eyas.cli.run.UsageException;

/**
 * What is flown: settle, hover, a figure-eight x = 0.5 sin 2φ, y = sin φ [m] (Eschmann et al.,
 * "RAPTOR", arXiv 2509.11481) whose speed rises in a second, as many loops as asked for, a second
 * in which it falls again, and a last hover.
 *
 * @param x centre [m, world]
 * @param y centre [m, world]
 * @param height [m, world]
 * @param hover time that the hover is judged for [s]
 * @param loops of the figure-eight, 0 for none
 * @param period of one loop [s]
 */
public record Course(double x, double y, double height, double hover, int loops, double period) {
  private static final double SETTLE = 3;
  private static final double RAMP = 1;
  private static final double END = 2;

  /** Parts of a course. */
  public enum Part {
    /** Takes the place. */
    SETTLE,
    /** Hovers, judged. */
    HOVER,
    /** The figure-eight begins. */
    RAMP,
    /** The figure-eight, judged. */
    EIGHT,
    /** The figure-eight ends, and a hover. */
    END,
    /** The course is over. */
    OVER
  }

  /** Checks the numbers. */
  public Course {
    if (!(height > 0.3) || !(hover > 0) || loops < 0 || !(period >= 2)) {
      throw new UsageException(
          ("A course of %s m height, %s s of hover and %d loops of %s s was asked for; height must"
                  + " exceed 0.3 m, hover 0 s, loops must not be negative, and a loop takes 2 s or"
                  + " more.")
              .formatted(height, hover, loops, period));
    }
  }

  /** The same course around another centre [m]. */
  Course around(double centreX, double centreY) {
    return new Course(centreX, centreY, height, hover, loops, period);
  }

  /** When the figure-eight begins [s]. */
  private double start() {
    return SETTLE + hover;
  }

  private double eight() {
    return loops * period;
  }

  /** How long the course takes [s]. */
  public double duration() {
    return start() + (loops == 0 ? 0 : RAMP + eight() + RAMP) + END;
  }

  /** The part at a time [s]. */
  Part part(double time) {
    double t = time - start();
    if (t < 0) {
      return time < SETTLE ? Part.SETTLE : Part.HOVER;
    }
    if (time >= duration()) {
      return Part.OVER;
    }
    if (loops == 0 || t >= RAMP + eight()) {
      return Part.END;
    }
    return t < RAMP ? Part.RAMP : Part.EIGHT;
  }

  /** The reference at a time [s]. */
  Reference at(double time) {
    if (loops == 0) {
      return Reference.at(x, y, height);
    }
    double t = Math.max(0, time - start());
    // speed of the phase rises in the ramp, is constant, falls in the last second
    double rise = Math.min(t, RAMP);
    double even = Math.max(0, Math.min(t - RAMP, eight()));
    double fall = Math.max(0, Math.min(t - RAMP - eight(), RAMP));
    double full = 2 * Math.PI / period;
    double phase = full * (rise * rise / 2 / RAMP + even + fall - fall * fall / 2 / RAMP);
    double rate = full * (rise - fall) / RAMP;
    return new Reference(
        new double[] {x + 0.5 * Math.sin(2 * phase), y + Math.sin(phase), height},
        new double[] {rate * Math.cos(2 * phase), rate * Math.cos(phase), 0},
        0);
  }
}
