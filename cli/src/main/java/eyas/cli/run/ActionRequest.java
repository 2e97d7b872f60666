package eyas.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command on a task was asked for.
 *
 * @param task task name
 * @param options the options that every command takes
 * @param policies bundles to use, in order; empty means the task's shipped ones
 * @param run the run folder to read from, if one was named
 * @param arguments further options by their names without dashes, e.g. {@code episodes} to {@code
 *     10}, {@code quadrotors} to a CSV file, {@code teachers} to {@code 64}
 */
public record ActionRequest(
    String task,
    RunOptions options,
    List<Path> policies,
    Optional<RunFolder> run,
    Map<String, String> arguments) {
  /** Copies the collections. */
  public ActionRequest {
    policies = List.copyOf(policies);
    arguments = Map.copyOf(arguments);
  }

  /** Returns a further option, if it was given. */
  public Optional<String> argument(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /** Returns a further option that is a whole number above zero, or the given value. */
  public int count(String name, int otherwise) {
    return argument(name).map(text -> parse(name, text)).orElse(otherwise);
  }

  private static int parse(String name, String text) {
    try {
      int value = Integer.parseInt(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException failure) {
      throw notCount(name, text);
    }
    throw notCount(name, text);
  }

  private static UsageException notCount(String name, String text) {
    return new UsageException(
        "--"
            + name
            + " is '"
            + text
            + "'. Give a whole number above 0, such as --"
            + name
            + " 10.");
  }
}
