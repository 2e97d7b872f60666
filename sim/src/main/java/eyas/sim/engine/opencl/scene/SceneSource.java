package eyas.sim.engine.opencl.scene;

import eyas.sim.device.KernelSource;
import eyas.sim.engine.scene.SceneLayout;

/**
 * A scene as kernel functions: {@code scene_poses} and {@code scene_advance}, which work on the
 * rows of a {@link SceneLayout}. Rows of a task may follow those of the scene.
 */
public final class SceneSource {
  private SceneSource() {}

  /**
   * Returns a source, which has the lane types already, with the functions of a scene and the
   * defines {@code SCENE_STATE_ROWS}, {@code SCENE_PARAMETER_ROWS}, {@code SCENE_COMMANDS} and
   * {@code SCENE_SOLIDS}.
   */
  public static KernelSource addTo(KernelSource source, SceneLayout layout) {
    ConstantTables tables = new ConstantTables("tables of scene " + layout.scene().name());
    new PoseTables(layout).addTo(tables);
    KernelSource defined =
        source
            .define("SCENE_STATE_ROWS", layout.stateRows())
            .define("SCENE_PARAMETER_ROWS", layout.parameterRows())
            .define("SCENE_COMMANDS", layout.commands())
            .define("SCENE_SOLIDS", layout.solids().size());
    return tables
        .addTo(defined)
        .file(SceneSource.class, "spatial.cl")
        .file(SceneSource.class, "poses.cl");
  }
}
