package eyas.cli.run;

import eyas.assets.config.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The pipelines on the class path by task name. */
public final class Pipelines {
  private Pipelines() {}

  /** Returns all pipelines by task name, in alphabetical order. */
  public static Map<String, Pipeline> all() {
    Map<String, Pipeline> found = new TreeMap<>();
    ServiceLoader.load(Pipeline.class).forEach(pipeline -> found.put(pipeline.task(), pipeline));
    return found;
  }

  /** Returns the pipeline of a task; an unknown name is answered with the nearest one. */
  public static Pipeline of(String task) {
    Map<String, Pipeline> found = all();
    if (!found.containsKey(task)) {
      throw new UsageException(
          "There is no task '" + task + "'. " + Suggestions.sentence(task, found.keySet()));
    }
    return found.get(task);
  }

  /** Returns a command of a task. */
  public static TaskAction action(String task, String name) {
    List<TaskAction> actions = of(task).actions();
    return actions.stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(task, name, actions));
  }

  private static UsageException unknown(String task, String name, List<TaskAction> actions) {
    List<String> names = actions.stream().map(TaskAction::name).sorted().toList();
    return new UsageException(
        "Task '" + task + "' has no '" + name + "'; it has: " + String.join(", ", names) + ".");
  }
}
