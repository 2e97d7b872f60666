package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs stages in order; what is done is not run again; a failed gate or a stop ends the chain. */
public final class StageChain {
  private final List<Stage> stages;
  private final RunContext context;

  /** Creates a chain. */
  public StageChain(List<Stage> stages, RunContext context) {
    this.stages = List.copyOf(stages);
    this.context = context;
  }

  /** Runs every stage up to and including a phase. */
  public ChainResult runUpTo(Phase last) {
    List<StageMarker> ended = new ArrayList<>();
    for (Stage stage : stages) {
      if (stage.phase().compareTo(last) > 0) {
        continue;
      }
      StageResult.Outcome outcome = run(stage, ended);
      if (outcome != StageResult.Outcome.DONE) {
        return new ChainResult(outcome, ended);
      }
    }
    return new ChainResult(StageResult.Outcome.DONE, ended);
  }

  /** Runs the stages of one phase; an earlier stage that is not done is an error. */
  public ChainResult runOnly(Phase phase) {
    for (Stage stage : stages) {
      if (stage.phase().compareTo(phase) < 0) {
        requireDone(stage);
      }
    }
    return runUpTo(phase);
  }

  private void requireDone(Stage stage) {
    Optional<StageMarker> marker = StageMarker.read(context.folder(), stage);
    String run = context.folder().name();
    if (marker.isPresent() && !marker.get().done()) {
      throw new GateException(
          "Stage '"
              + stage.name()
              + "' of run "
              + run
              + " failed its gate, so nothing is sealed."
              + " Train further, or look at "
              + context.folder().reportPage()
              + ".");
    }
    if (marker.isEmpty()) {
      throw new UsageException(
          "Stage '"
              + stage.name()
              + "' of run "
              + run
              + " has not ended. Go on with: ./eyas run "
              + context.folder().header().task()
              + " --resume "
              + run);
    }
  }

  private StageResult.Outcome run(Stage stage, List<StageMarker> ended) {
    Optional<StageMarker> before = StageMarker.read(context.folder(), stage);
    if (before.isPresent() && before.get().done()) {
      context.console().say(stage.name() + ": done before");
      ended.add(before.get());
      return StageResult.Outcome.DONE;
    }
    if (context.stopRequested()) {
      return StageResult.Outcome.STOPPED;
    }
    return runNow(stage, ended);
  }

  private static String stopping(Stage stage) {
    return stage.phase().learns()
        ? "Stopping after this iteration; a checkpoint follows."
        : "Stopping when stage '" + stage.name() + "' has ended; it keeps no checkpoints.";
  }

  private StageResult.Outcome runNow(Stage stage, List<StageMarker> ended) {
    context.console().say(stage.name() + ": started");
    AtomicFiles.write(context.folder().begunFile(stage.name()), "");
    context.stop().expect(stopping(stage));
    long start = System.nanoTime();
    StageResult result = stage.run(context);
    if (result.outcome() == StageResult.Outcome.STOPPED) {
      return StageResult.Outcome.STOPPED;
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    StageMarker marker = StageMarker.of(stage, result, seconds);
    marker.write(context.folder());
    AtomicFiles.delete(context.folder().begunFile(stage.name()));
    ended.add(marker);
    TextTables.of(result.summary()).forEach(line -> context.console().say("  " + line));
    String how = marker.done() ? "done" : "gate failed";
    context.console().say(stage.name() + ": " + how + " after " + Numbers.duration(seconds));
    return result.outcome();
  }
}
