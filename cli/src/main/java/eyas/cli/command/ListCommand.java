package eyas.cli.command;

import eyas.assets.config.ConfigReader;
import eyas.cli.run.Console;
import eyas.cli.run.Pipelines;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunFolders;
import eyas.sim.task.Task;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/** {@code eyas list}: tasks, presets, robots, shipped policies and runs. */
@Command(name = "list", description = "list tasks, presets, robots, policies and runs")
public final class ListCommand extends EyasCommand {
  private static final String ROBOTS = "eyas/assets/robots";

  /** Creates the command for picocli. */
  public ListCommand() {}

  @Override
  protected int run(Console console) {
    Map<String, List<String>> presets = presets();
    Set<String> tasks = new TreeSet<>(presets.keySet());
    tasks.addAll(Pipelines.all().keySet());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tasks", List.copyOf(tasks));
    values.put("presets", presets);
    values.put("robots", ConfigReader.names(ROBOTS));
    values.put("policies", Home.policies().stream().map(Path::toString).toList());
    values.put("runs", runs(tasks));
    console.result(values);
    return DONE;
  }

  private static Map<String, List<String>> presets() {
    Map<String, List<String>> presets = new TreeMap<>();
    ServiceLoader.load(Task.class).forEach(task -> presets.put(task.name(), task.presets()));
    return presets;
  }

  private Map<String, List<String>> runs(Set<String> tasks) {
    RunFolders folders = common().runs();
    Map<String, List<String>> runs = new LinkedHashMap<>();
    tasks.forEach(
        task -> runs.put(task, folders.list(task).stream().map(RunFolder::name).toList()));
    return runs;
  }
}
