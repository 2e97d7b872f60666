package eyas.sim.engine.opencl.scene;

import eyas.assets.scene.Scene;
import eyas.sim.device.KernelSource;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;

/**
 * A scene as kernel functions: {@code scene_poses} and {@code scene_advance}, which work on the
 * rows of a {@link SceneLayout}. Rows of a task may follow those of the scene.
 */
public final class SceneSource {
  private static final List<String> FILES =
      List.of(
          "spatial.cl",
          "poses.cl",
          "work.cl",
          "free.cl",
          "tree.cl",
          "drives.cl",
          "contact.cl",
          "shapes.cl",
          "round.cl",
          "faces.cl",
          "box.cl",
          "hull.cl",
          "collide.cl",
          "advance.cl");

  private SceneSource() {}

  /**
   * Returns a source, which has the lane types already, with the functions of a scene and the
   * defines {@code SCENE_STATE_ROWS}, {@code SCENE_PARAMETER_ROWS}, {@code SCENE_COMMANDS} and
   * {@code SCENE_SOLIDS}.
   */
  public static KernelSource addTo(KernelSource source, SceneLayout layout) {
    Scene scene = layout.scene();
    Mechanism mechanism = new Mechanism(layout);
    Colliders colliders = new Colliders(mechanism);
    Pairs pairs = new Pairs(colliders);
    DriveTables drives = new DriveTables(mechanism);
    ConstantTables tables = new ConstantTables("tables of scene " + scene.name());
    new PoseTables(layout).addTo(tables);
    new MotionTables(mechanism).addTo(tables);
    drives.addTo(tables);
    colliders.addTo(tables);
    pairs.addTo(tables);
    KernelSource whole = sizes(source, layout, mechanism, colliders);
    whole = Stepping.of(scene).define(drives.define(pairs.define(whole)), scene);
    whole = tables.addTo(whole);
    for (String file : FILES) {
      whole = whole.file(SceneSource.class, file);
    }
    return whole;
  }

  private static KernelSource sizes(
      KernelSource source, SceneLayout layout, Mechanism mechanism, Colliders colliders) {
    int free = layout.scene().bodies().size();
    int links = mechanism.links().size();
    int components = mechanism.components().size();
    return source
        .define("SCENE_STATE_ROWS", layout.stateRows())
        .define("SCENE_PARAMETER_ROWS", layout.parameterRows())
        .define("SCENE_COMMANDS", layout.commands())
        .define("SCENE_SOLIDS", layout.solids().size())
        .define("SCENE_COMMAND_ARRAY", Math.max(1, layout.commands()))
        .define("FREE_COUNT", free)
        .define("SCENE_FREE", Math.max(1, free))
        .define("LINK_COUNT", links)
        .define("SCENE_LINKS", Math.max(1, links))
        .define("COMPONENT_COUNT", components)
        .define("SCENE_COMPONENTS", Math.max(1, components))
        .define("TREE_DOF_COUNT", mechanism.freedoms())
        .define("SCENE_TREE_DOFS", Math.max(1, mechanism.freedoms()))
        .define("SCENE_DOFS", Math.max(1, 6 * free + mechanism.freedoms()))
        .define("MATRIX_COUNT", mechanism.matrixSize())
        .define("SCENE_MATRIX", Math.max(1, mechanism.matrixSize()))
        .define("COLLIDER_COUNT", colliders.all().size())
        .define("SCENE_COLLIDERS", Math.max(1, colliders.all().size()))
        .define("SHAPE_PLANE", 0)
        .define("SHAPE_BOX", 1)
        .define("SHAPE_CYLINDER", 2)
        .define("SHAPE_CONVEX", 3);
  }
}
