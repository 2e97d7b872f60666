package eyas.sim.task.quadrotor;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.assets.config.Suggestions;
import eyas.sim.task.Task;
import java.util.List;

/** The quadrotor task, with its presets in {@code eyas/assets/tasks/quadrotor/}. */
public final class QuadrotorTask implements Task {
  private static final String FOLDER = "eyas/assets/tasks/quadrotor";

  /** Creates the task for {@link java.util.ServiceLoader}. */
  public QuadrotorTask() {}

  @Override
  public String name() {
    return "quadrotor";
  }

  @Override
  public List<String> presets() {
    return ConfigReader.names(FOLDER);
  }

  @Override
  public QuadrotorModel model(String preset, List<String> overrides) {
    return new QuadrotorModel(config(preset, overrides));
  }

  /** Returns a preset with overrides laid over it. */
  public QuadrotorConfig config(String preset, List<String> overrides) {
    if (!presets().contains(preset)) {
      throw new ConfigException(
          "The quadrotor has no preset `"
              + preset
              + "`. "
              + Suggestions.sentence(preset, presets()));
    }
    return packaged(preset).resolve("default", overrides).bind(QuadrotorConfig.class);
  }

  /** Returns a packaged preset as it was written. */
  public Config packaged(String preset) {
    return ConfigReader.resource(FOLDER + "/" + preset + ".yaml");
  }
}
