package eyas.cli.run;

/** A command on a task that stands outside of a run's stages. */
public interface TaskAction {
  /**
   * Returns the words of the command: {@code evaluate}, {@code transfer}, {@code export}, {@code
   * play}, {@code view}, {@code replay}, {@code bench sim}, {@code bench learn}, {@code bench
   * teacher}, {@code bench fleet} or {@code bench raptor}.
   */
  String name();

  /** Does the work; progress goes to the console, the result is returned. */
  ActionResult run(ActionRequest request, Console console);
}
