package eyas.sim.task.egopush;

import eyas.assets.config.ConfigWriter;
import eyas.sim.device.KernelSource;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import java.util.List;
import java.util.Map;

/** The task EgoPush under one preset. Immutable. */
public final class EgoPushModel implements TaskModel {
  /** Names of the parts of the reward. */
  public static final List<String> REWARD_TERMS =
      List.of(
          "reach", "place", "hold", "approach", "push", "facing", "smooth", "slowdown", "reverse");

  private final EgoPushConfig config;
  private final EgoPushLayout layout;
  private final TaskDescription description;

  /** Creates the task from a preset. */
  public EgoPushModel(EgoPushConfig config) {
    this.config = config;
    this.layout = new EgoPushLayout(new SceneLayout(EgoPushScene.of(config.boxes())));
    this.description =
        new TaskDescription(
            EgoPushTask.NAME,
            "turtlebot3-burger",
            layout.scene().scene().controlPeriod(),
            config.slots().size() * config.stageSteps(),
            List.of("speed", "turn"),
            EgoPushGroups.of(config),
            REWARD_TERMS,
            layout.stateRows(),
            layout.scene().parameterRows(),
            false);
  }

  /** Returns the preset. */
  public EgoPushConfig config() {
    return config;
  }

  /** Returns where each quantity lies. */
  public EgoPushLayout layout() {
    return layout;
  }

  @Override
  public TaskDescription description() {
    return description;
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("config", ConfigWriter.plain(config));
  }

  @Override
  public String stateRow(int row) {
    return layout.name(row);
  }

  @Override
  public KernelSource addTo(KernelSource source) {
    return functions(physics(source));
  }

  // what the scene gives: scene_advance and its defines
  private KernelSource physics(KernelSource source) {
    return eyas.sim.engine.opencl.scene.SceneSource.addTo(source, layout.scene());
  }

  private KernelSource functions(KernelSource source) {
    return EgoPushDefines.addTo(source, config, layout)
        .file(EgoPushModel.class, "geometry.cl")
        .file(EgoPushModel.class, "observe.cl")
        .file(EgoPushModel.class, "stage.cl")
        .file(EgoPushModel.class, "start.cl");
  }

  @Override
  public void sampleParameters(Philox random, float[] out) {
    EgoPushConfig.Randomisation r = config.randomisation();
    SceneLayout scene = layout.scene();
    scene.neutral(out);
    // two colliders rub with the root of the product: floor and box have the same nominal value
    double floor = within(r.floorFriction(), random) / EgoPushScene.FLOOR_FRICTION;
    double boxes = EgoPushScene.FLOOR_FRICTION * floor * floor;
    double robot = within(r.robotFriction(), random);
    double factor = robot * robot / (boxes * EgoPushScene.ROBOT_FRICTION);
    for (int s = 0; s < scene.solids().size(); s++) {
      int row = scene.solidParameters(s);
      if (scene.solids().get(s).robot() >= 0) {
        out[row + SceneLayout.FRICTION_FACTOR] = (float) factor;
      } else {
        out[row + SceneLayout.FRICTION_FACTOR] = (float) (floor * floor);
        out[row + SceneLayout.MASS_FACTOR] =
            (float) (within(r.boxMass(), random) / EgoPushScene.BOX_MASS);
      }
    }
    out[scene.delayRow()] = (float) within(r.delay(), random);
  }

  private static double within(List<Double> range, Philox random) {
    return random.uniform(range.get(0), range.get(1));
  }
}
