package eyas.outside;

import eyas.sim.task.Task;
import eyas.sim.task.TaskException;
import java.util.List;

/** A task that the project does not know: four carts on rails. The example of docs/tasks.md. */
public final class CartsTask implements Task {
  /** Creates the task for {@link java.util.ServiceLoader}. */
  public CartsTask() {}

  @Override
  public String name() {
    return "carts";
  }

  @Override
  public List<String> presets() {
    return List.of("default");
  }

  @Override
  public CartsModel model(String preset, List<String> overrides) {
    if (!presets().contains(preset) || !overrides.isEmpty()) {
      throw new TaskException("The carts have one preset, `default`, and no overrides.");
    }
    return new CartsModel(true);
  }
}
