package eyas.cli.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options that every command takes.
 *
 * @param device device selector, {@code auto} by default
 * @param seed seed of all random numbers, if given
 * @param profile profile of the task's YAML, {@code default} by default
 * @param preset preset of the task, if given
 * @param overrides {@code a.b=c} entries
 */
public record RunOptions(
    String device,
    OptionalLong seed,
    String profile,
    Optional<String> preset,
    List<String> overrides) {
  /** Copies the list. */
  public RunOptions {
    overrides = List.copyOf(overrides);
  }

  /** Returns the options of a command without any. */
  public static RunOptions defaults() {
    return new RunOptions("auto", OptionalLong.empty(), "default", Optional.empty(), List.of());
  }
}
