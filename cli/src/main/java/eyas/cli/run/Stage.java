package eyas.cli.run;

/**
 * One restartable part of a run. A stage that is killed is run again with the same context: it
 * looks for its checkpoint in {@link RunContext#checkpoints(String)} and goes on from there.
 */
public interface Stage {
  /**
   * Returns a name that is unique in the run and can be a file name, e.g. {@code train-teacher}.
   */
  String name();

  /** Returns the command that this stage belongs to. */
  Phase phase();

  /**
   * Does the work. Between iterations it asks {@link RunContext#stopRequested()}; when that is true
   * it writes a checkpoint and returns {@link StageResult#stopped()}.
   */
  StageResult run(RunContext context);
}
