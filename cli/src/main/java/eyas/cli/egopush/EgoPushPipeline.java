package eyas.cli.egopush;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigReader;
import eyas.cli.run.Pipeline;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunOptions;
import eyas.cli.run.Stage;
import eyas.cli.run.TaskAction;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.List;

/** Everything the command line can do with EgoPush. */
public final class EgoPushPipeline implements Pipeline {
  /** Creates the pipeline for {@link java.util.ServiceLoader}. */
  public EgoPushPipeline() {}

  @Override
  public String task() {
    return EgoPushTask.NAME;
  }

  @Override
  public Config configure(RunOptions options) {
    Config config = resolved(options.profile(), options.overrides());
    EgoPushRunConfig bound = config.bind(EgoPushRunConfig.class);
    bound
        .teachers()
        .values()
        .forEach(training -> training.learningModel().description().group(training.group()));
    ComputeDevice.open(options.device()).close();
    return config;
  }

  /** Returns the bound configuration for commands outside a run. */
  static EgoPushRunConfig config(RunOptions options) {
    return resolved(options.profile(), List.of()).bind(EgoPushRunConfig.class);
  }

  // with the presets' content, so that a run's folder says everything that happened in it
  private static Config resolved(String profile, List<String> overrides) {
    EgoPushTask task = new EgoPushTask();
    Config config = ConfigReader.task(EgoPushTask.NAME);
    for (String preset : task.presets()) {
      config = config.with("presets." + preset, task.packaged(preset));
    }
    return config.resolve(profile, overrides);
  }

  @Override
  public List<Stage> stages(RunContext context) {
    return EgoPushStages.of(context.config().bind(EgoPushRunConfig.class));
  }

  @Override
  public List<TaskAction> actions() {
    return List.of(
        new PushEvaluateAction(),
        new PushTransferAction(),
        new PushExportAction(),
        new PushViewAction(),
        new PushSimBench(),
        new PushPpoBench(),
        new PushVisionBench());
  }
}
