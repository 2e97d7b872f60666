package eyas.cli.run;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigNode;
import eyas.assets.config.ConfigWriter;
import eyas.assets.config.Suggestions;
import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that holds the runs of all tasks: {@code runs/TASK/yyyy-mm-dd-N}.
 *
 * @param root the folder {@code runs}
 */
public record RunFolders(Path root) {
  /** Selector of the run that was started last. */
  public static final String LATEST = "latest";

  private static final String NAME = "\\d{4}-\\d{2}-\\d{2}-\\d+";

  /**
   * Starts a new run: its folder appears with its {@code config.yaml} or not at all.
   *
   * @param header how the run was started
   * @param config the resolved configuration
   * @param day the day in the folder's name
   */
  public RunFolder create(RunHeader header, Config config, LocalDate day) {
    Path task = root.resolve(header.task());
    Path aside = task.resolve(".starting-" + ProcessHandle.current().pid());
    try {
      AtomicFiles.write(aside.resolve("config.yaml"), yaml(header, config));
      return new RunFolder(rename(aside, task, day));
    } catch (IOException failure) {
      throw AtomicFiles.failure(task, failure);
    } finally {
      AtomicFiles.delete(aside);
    }
  }

  private static Path rename(Path aside, Path task, LocalDate day) throws IOException {
    int number = 1;
    while (!moved(aside, task.resolve(day + "-" + number))) {
      number++;
    }
    return task.resolve(day + "-" + number);
  }

  private static boolean moved(Path aside, Path target) throws IOException {
    try {
      if (Files.exists(target)) {
        return false;
      }
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException taken) {
      return false;
    }
  }

  private static String yaml(RunHeader header, Config config) {
    ConfigNode.Mapping sections =
        new ConfigNode.Mapping(Map.of("config", config.root()), config.source());
    return ConfigWriter.yaml(new Config(sections, config.source()).with("run", header));
  }

  /** Returns the runs of a task, oldest first. */
  public List<RunFolder> list(String task) {
    Path folder = root.resolve(task);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(RunFolder::new)
          .filter(run -> run.name().matches(NAME))
          .sorted(Comparator.comparing(RunFolders::day).thenComparing(RunFolders::number))
          .toList();
    } catch (IOException failure) {
      throw new RunException("Cannot list " + folder + ": " + failure.getMessage() + ".", failure);
    }
  }

  private static String day(RunFolder run) {
    return run.name().substring(0, run.name().lastIndexOf('-'));
  }

  private static long number(RunFolder run) {
    return Long.parseLong(run.name().substring(run.name().lastIndexOf('-') + 1));
  }

  /** Finds a run of a task by {@code latest}, its name, or its path. */
  public RunFolder select(String task, String selector) {
    List<RunFolder> runs = list(task);
    if (selector.equals(LATEST) && !runs.isEmpty()) {
      return runs.get(runs.size() - 1);
    }
    List<String> names = runs.stream().map(RunFolder::name).toList();
    if (names.contains(selector)) {
      return runs.get(names.indexOf(selector));
    }
    if (Files.isRegularFile(Path.of(selector).resolve("config.yaml"))) {
      return checked(task, new RunFolder(Path.of(selector)));
    }
    throw new UsageException(
        "There is no run '"
            + selector
            + "' of task '"
            + task
            + "' in "
            + root
            + ". "
            + Suggestions.sentence(selector, names)
            + " Start one with: ./eyas run "
            + task);
  }

  private static RunFolder checked(String task, RunFolder run) {
    String found = run.header().task();
    if (!found.equals(task)) {
      throw new UsageException(
          run.path() + " is a run of task '" + found + "', not of '" + task + "'.");
    }
    return run;
  }
}
