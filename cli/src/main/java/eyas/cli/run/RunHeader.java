package eyas.cli.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a run was started: the section {@code run} of its {@code config.yaml}.
 *
 * @param task task name
 * @param seed seed of all random numbers
 * @param profile profile of the task's YAML
 * @param preset preset of the task, if one was named
 * @param overrides the {@code --set} entries
 * @param device device selector
 * @param gitCommit commit of the working copy, if there is one
 * @param started time of the start, ISO 8601
 */
public record RunHeader(
    String task,
    long seed,
    String profile,
    Optional<String> preset,
    List<String> overrides,
    String device,
    Optional<String> gitCommit,
    String started) {
  /** Copies the list. */
  public RunHeader {
    overrides = List.copyOf(overrides);
  }

  /** Returns the options that continue the run; the device may be another one. */
  public RunOptions options(String newDevice) {
    String chosen = newDevice.equals("auto") ? device : newDevice;
    return new RunOptions(chosen, OptionalLong.of(seed), profile, preset, overrides);
  }
}
