package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.cli.run.RunFolders;
import eyas.cli.run.RunOptions;
import eyas.cli.run.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The options that every command takes; read by picocli. */
public final class CommonOptions {
  @Option(names = "--json", description = "print one JSON object as the last line")
  private boolean json;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = "auto, gpu, accelerator, cpu, an index or a part of the name (see doctor)")
  private String device = "auto";

  @Option(names = "--seed", paramLabel = "N", description = "seed of all random numbers")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "profile of the task's YAML, e.g. smoke")
  private String profile = "default";

  @Option(names = "--preset", paramLabel = "NAME", description = "preset of the task (see list)")
  private Optional<String> preset = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "a.b=c",
      description = "change one key of the configuration; may be repeated")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "folder that holds the runs (default: runs)")
  private Path runs = Path.of("runs");

  @Option(names = "--trace", description = "print the stack trace of an error")
  private boolean trace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  /** Creates the options with their defaults. */
  public CommonOptions() {}

  /** Returns whether the result is printed as JSON. */
  public boolean json() {
    return json;
  }

  /** Returns whether stack traces are printed. */
  public boolean trace() {
    return trace;
  }

  /** Returns whether help was asked for. */
  public boolean help() {
    return help;
  }

  /** Returns the device selector. */
  public String device() {
    return device;
  }

  /** Returns the runs. */
  public RunFolders runs() {
    return new RunFolders(runs);
  }

  /** Returns the options as the pipelines take them. */
  public RunOptions runOptions() {
    OptionalLong chosen = seed.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    return new RunOptions(device, chosen, profile, preset, overrides);
  }

  /** Refuses {@code --preset} in a command that does not use it; says what to do instead. */
  void refusePreset(String sentence) {
    if (preset.isPresent()) {
      throw new UsageException(sentence);
    }
  }

  /** Returns whether an option was given that a resumed run cannot change. */
  boolean changesRun() {
    return seed.isPresent()
        || preset.isPresent()
        || !overrides.isEmpty()
        || !profile.equals("default");
  }

  /** Returns the console on the given streams. */
  Console console(PrintStream out, PrintStream err) {
    return new Console(out, err, json, Ansi.AUTO.enabled());
  }
}
