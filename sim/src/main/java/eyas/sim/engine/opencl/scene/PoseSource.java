package eyas.sim.engine.opencl.scene;

import eyas.sim.device.KernelSource;
import eyas.sim.engine.scene.SceneLayout;

/** The poses of a scene as kernel functions, without its physics: for what only looks at it. */
public final class PoseSource {
  private PoseSource() {}

  /**
   * Returns a source, which has the lane types already, with {@code scene_poses}, the functions of
   * {@code spatial.cl} and the defines {@code SCENE_STATE_ROWS}, {@code SCENE_PARAMETER_ROWS} and
   * {@code SCENE_SOLIDS}.
   */
  public static KernelSource addTo(KernelSource source, SceneLayout layout) {
    ConstantTables tables = new ConstantTables("poses of scene " + layout.scene().name());
    new PoseTables(layout).addTo(tables);
    KernelSource defined =
        source
            .define("SCENE_STATE_ROWS", layout.stateRows())
            .define("SCENE_PARAMETER_ROWS", layout.parameterRows())
            .define("SCENE_SOLIDS", layout.solids().size());
    return tables
        .addTo(defined)
        .file(SceneSource.class, "spatial.cl")
        .file(SceneSource.class, "poses.cl");
  }
}
