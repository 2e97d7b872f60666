package eyas.sim.task.egopush;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.assets.config.Suggestions;
import eyas.sim.task.Task;
import java.util.List;

/** The task EgoPush, with its presets in {@code eyas/assets/tasks/egopush/}. */
public final class EgoPushTask implements Task {
  /** Name of the task. */
  public static final String NAME = "egopush";

  private static final String FOLDER = "eyas/assets/tasks/egopush";

  /** Creates the task for {@link java.util.ServiceLoader}. */
  public EgoPushTask() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> presets() {
    return ConfigReader.names(FOLDER);
  }

  @Override
  public EgoPushModel model(String preset, List<String> overrides) {
    return new EgoPushModel(config(preset, overrides));
  }

  /** Returns a preset with overrides laid over it. */
  public EgoPushConfig config(String preset, List<String> overrides) {
    if (!presets().contains(preset)) {
      throw new ConfigException(
          "EgoPush has no preset `" + preset + "`. " + Suggestions.sentence(preset, presets()));
    }
    return packaged(preset).resolve("default", overrides).bind(EgoPushConfig.class);
  }

  /** Returns a packaged preset as it was written. */
  public Config packaged(String preset) {
    return ConfigReader.resource(FOLDER + "/" + preset + ".yaml");
  }
}
