package eyas.sim.engine.bullet.scene;

import eyas.assets.scene.Scene;
import eyas.sim.engine.EngineException;

/**
 * How finely JBullet advances a scene.
 *
 * @param step longest step [s]; a control period is cut into equal ones
 * @param iterations of the solver in a step
 */
public record Precision(double step, int iterations) {
  /** Refuses what would not advance. */
  public Precision {
    if (!(step > 0) || iterations < 1) {
      throw new EngineException(
          "JBullet was given steps of %s s and %d iterations; both must be positive."
              .formatted(step, iterations));
    }
  }

  /** Returns what scenes are advanced with: 1 ms and 20 iterations. */
  public static Precision standard() {
    return new Precision(1e-3, 20);
  }

  int steps(Scene scene) {
    return (int) Math.max(1, Math.ceil(scene.controlPeriod() / step - 1e-6));
  }
}
