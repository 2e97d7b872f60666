package eyas.cli.quadrotor;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigReader;
import eyas.cli.run.Pipeline;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunOptions;
import eyas.cli.run.Stage;
import eyas.cli.run.TaskAction;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;

/** Everything the command line can do with the quadrotor. */
public final class QuadrotorPipeline implements Pipeline {
  private static final String TASK = "quadrotor";

  /** Creates the pipeline for {@link java.util.ServiceLoader}. */
  public QuadrotorPipeline() {}

  @Override
  public String task() {
    return TASK;
  }

  @Override
  public Config configure(RunOptions options) {
    Config config = resolved(options.profile(), options.overrides());
    RunCheck.check(config.bind(QuadrotorRunConfig.class), options.device());
    return config;
  }

  /**
   * Returns the bound configuration for commands outside a run. {@code --set} is not laid over it:
   * those commands lay it over the preset that they fly.
   */
  static QuadrotorRunConfig config(RunOptions options) {
    return resolved(options.profile(), List.of()).bind(QuadrotorRunConfig.class);
  }

  // with the presets' content, so that a run's folder says all that is flown in it
  private static Config resolved(String profile, List<String> overrides) {
    QuadrotorTask task = new QuadrotorTask();
    Config config = ConfigReader.task(TASK);
    for (String preset : task.presets()) {
      config = config.with("presets." + preset, task.packaged(preset));
    }
    return config.resolve(profile, overrides);
  }

  @Override
  public List<Stage> stages(RunContext context) {
    return new QuadrotorStages(context.config().bind(QuadrotorRunConfig.class)).all();
  }

  @Override
  public List<TaskAction> actions() {
    return List.of(
        new EvaluateAction(),
        new TransferAction(),
        new ExportAction(),
        new PlayAction(),
        new ViewAction(),
        new ReplayAction(),
        new SimBench(),
        new LearnBench(),
        new TeacherBench(),
        new FleetBench(),
        new RaptorBench());
  }
}
