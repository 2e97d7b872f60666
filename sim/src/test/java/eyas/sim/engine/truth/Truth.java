package eyas.sim.engine.truth;

import eyas.assets.scene.Scene;
import eyas.sim.engine.Engine;
import eyas.sim.engine.scene.CommandMap;
import eyas.sim.engine.scene.SceneLayout;

/** An engine of scenes under test. */
public interface Truth {
  /** Standard gravity as the scenes use it [m/s²]. */
  double GRAVITY = 9.81;

  /** Opens the engine. */
  Engine open(SceneLayout layout, CommandMap map, int environments);

  /** Opens a scene at its start in one environment. */
  default SceneRun run(Scene scene) {
    return new SceneRun(this, scene, 1);
  }

  /** Opens a scene at its start in many environments. */
  default SceneRun run(Scene scene, int environments) {
    return new SceneRun(this, scene, environments);
  }
}
