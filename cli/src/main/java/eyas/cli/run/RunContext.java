package eyas.cli.run;

import eyas.assets.config.Config;
import eyas.assets.files.AtomicFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stage works with: configuration, seed, folder, log and the wish to stop.
 *
 * @param options the options of the run; the seed is always set
 * @param config the resolved configuration of the task
 * @param folder the run's folder
 * @param console where to speak
 * @param stop the wish to stop (Ctrl-C)
 */
public record RunContext(
    RunOptions options, Config config, RunFolder folder, Console console, StopSignal stop) {
  /** Returns the seed of all random numbers. */
  public long seed() {
    return options.seed().orElseThrow();
  }

  /** Returns whether the stage should write a checkpoint and return after this iteration. */
  public boolean stopRequested() {
    return stop.requested();
  }

  /** Returns the folder of a stage's checkpoints; it may not exist yet. */
  public Path checkpoints(String stage) {
    return folder.checkpoints(stage);
  }

  /**
   * Opens the log of a stage. Lines of iterations after {@code lastIteration}, which a killed
   * process left behind, are removed: the stage will run these iterations again.
   *
   * @param stage name of the stage
   * @param total number of the last iteration
   * @param lastIteration the iteration in the checkpoint that the stage goes on from; 0 if none
   */
  public StageLog log(String stage, long total, long lastIteration) {
    return StageLog.open(folder, console, stage, total, lastIteration);
  }

  /** Keeps flights for the animation in the report; replaces those of an earlier call. */
  public void saveFlights(List<Flight> flights) {
    AtomicFiles.write(folder.flightsFile(), Json.line(flights));
  }
}
