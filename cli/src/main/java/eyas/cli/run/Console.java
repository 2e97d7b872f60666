package eyas.cli.run;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where commands speak. With {@code --json} standard output carries nothing but one JSON object as
 * its last line; everything for people goes to standard error.
 */
public final class Console {
  private final PrintStream out;
  private final PrintStream people;
  private final boolean json;
  private final boolean terminal;

  /**
   * Creates a console.
   *
   * @param out standard output
   * @param err standard error
   * @param json whether the result is printed as JSON
   * @param terminal whether a moving progress bar can be shown
   */
  public Console(PrintStream out, PrintStream err, boolean json, boolean terminal) {
    this.out = out;
    this.people = json ? err : out;
    this.json = json;
    this.terminal = terminal;
  }

  /** Returns whether the result is printed as JSON. */
  public boolean json() {
    return json;
  }

  /** Prints one line for people. */
  public void say(String line) {
    people.println(line);
    people.flush();
  }

  /** Prints the result: with {@code --json} as one line of JSON, otherwise for people. */
  public void result(Map<String, Object> values) {
    if (json) {
      out.println(Json.line(values));
      out.flush();
    } else {
      TextTables.of(values).forEach(this::say);
    }
  }

  /** Opens the progress of a stage. */
  ProgressView progress(String stage, long total, long first) {
    return terminal && total > 0
        ? new BarProgress(people, stage, total, first)
        : new LineProgress(people);
  }
}
