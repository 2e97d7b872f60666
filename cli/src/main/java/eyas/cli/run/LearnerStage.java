package eyas.cli.run;

import eyas.policies.checkpoint.CheckpointFolder;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.sim.task.WorldFault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Trains one policy with any learner: goes on from the newest whole checkpoint, reports each
 * iteration before the checkpoint that holds it, and ends with a bundle.
 *
 * @param name name of the stage and of the policy
 * @param phase phase of the run
 * @param iterations iterations until the end
 * @param open opens the learner of a run
 * @param finish keeps the best policy and returns what the report says of it
 */
public record LearnerStage(
    String name,
    Phase phase,
    long iterations,
    Function<RunContext, Opened> open,
    BiFunction<RunContext, Learner, Map<String, Object>> finish)
    implements Stage {
  private static final int KEEP = 2;

  /**
   * A learner with what it borrows; closing closes both.
   *
   * @param learner the learner
   * @param release closes what the learner borrows
   */
  public record Opened(Learner learner, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      learner.close();
      release.run();
    }
  }

  @Override
  public StageResult run(RunContext context) {
    CheckpointFolder checkpoints = new CheckpointFolder(context.checkpoints(name), KEEP);
    long start = System.nanoTime();
    try (Opened opened = open.apply(context)) {
      Learner learner = opened.learner();
      Optional<CheckpointReader> latest = checkpoints.newestWhole(context.console()::say);
      latest.ifPresent(learner::restore);
      try (StageLog log = context.log(name, iterations, learner.iteration())) {
        while (learner.iteration() < iterations) {
          IterationReport report = learner.iterate();
          log.iteration(report.iteration(), timing(report), report.metrics());
          learner.fault().ifPresent(fault -> keep(context, fault));
          save(checkpoints, learner);
          if (context.stopRequested() && learner.iteration() < iterations) {
            return StageResult.stopped();
          }
        }
      }
      Map<String, Object> summary = new LinkedHashMap<>(finish.apply(context, learner));
      summary.put("seconds", (System.nanoTime() - start) * 1e-9);
      return StageResult.done(summary);
    }
  }

  // the learner dropped the update and went on
  private static void keep(RunContext context, WorldFault fault) {
    Path file = FaultFile.write(context.folder().path(), fault);
    context
        .console()
        .say(
            "Warning: "
                + fault.sentence()
                + " Its update was dropped. Compute it again with: ./eyas replay "
                + file);
  }

  private static void save(CheckpointFolder checkpoints, Learner learner) {
    CheckpointWriter writer = new CheckpointWriter();
    learner.save(writer);
    checkpoints.save(learner.iteration(), Double.NaN, writer);
  }

  // every iteration takes as many steps
  private static IterationTiming timing(IterationReport report) {
    return new IterationTiming(
        report.environmentSteps() / report.iteration(),
        report.secondsCollecting(),
        report.secondsLearning());
  }
}
