package eyas.cli.run;

import eyas.assets.config.Config;
import java.util.List;

/**
 * Everything the command line can do with one task; found by {@link java.util.ServiceLoader} under
 * the task's name. Creating a pipeline must be cheap: every command creates all of them.
 */
public interface Pipeline {
  /** Returns the task's name on the command line, e.g. {@code quadrotor}. */
  String task();

  /**
   * Resolves the configuration of a run from profile, preset and overrides; refuses unknown keys
   * and impossible values here, before a run folder exists. The key {@code seed}, if there is one,
   * is the seed of a run that gets no {@code --seed}.
   */
  Config configure(RunOptions options);

  /** Returns the stages of a run in the order in which they run. */
  List<Stage> stages(RunContext context);

  /** Returns the commands on this task that need no run: evaluate, transfer, play, benches. */
  default List<TaskAction> actions() {
    return List.of();
  }
}
