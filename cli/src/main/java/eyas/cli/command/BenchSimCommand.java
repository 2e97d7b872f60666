package eyas.cli.command;

import eyas.assets.config.Suggestions;
import eyas.assets.scene.SceneReader;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.Console;
import eyas.cli.run.Pipelines;
import eyas.cli.run.UsageException;
import eyas.cli.scene.SceneSpeed;
import eyas.sim.device.ComputeDevice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code eyas bench sim}: of a task, of a hand, or of any packaged scene. */
@Command(
    name = "sim",
    description = "physics and environment steps a second; TASK may also be hand or a scene")
public final class BenchSimCommand extends BenchCommand {
  private static final String HAND = "hand";
  private static final String HAND_SCENE = "allegro-box";
  private static final int ENVIRONMENTS = 512;
  private static final int SECONDS = 2;

  @Mixin private BenchSize size = new BenchSize();

  /** Creates the command for picocli. */
  public BenchSimCommand() {}

  @Override
  protected void addTo(Map<String, String> arguments) {
    size.addTo(arguments);
  }

  @Override
  protected int run(Console console) {
    Optional<String> scene = scene();
    if (scene.isEmpty()) {
      return super.run(console);
    }
    common().refusePreset("A scene has no presets. Leave out --preset.");
    ActionRequest asked =
        new ActionRequest(task(), common().runOptions(), List.of(), Optional.empty(), arguments());
    SceneSpeed speed =
        new SceneSpeed(
            SceneReader.named(scene.get()).scene(),
            asked.count("environments", ENVIRONMENTS),
            asked.count("seconds", SECONDS),
            asked.options().seed().orElse(1));
    try (ComputeDevice device = ComputeDevice.open(common().device())) {
      console.result(speed.measure(device));
    }
    return DONE;
  }

  // a task of the name comes first
  private Optional<String> scene() {
    if (Pipelines.all().containsKey(task())) {
      return Optional.empty();
    }
    if (task().equals(HAND)) {
      return Optional.of(HAND_SCENE);
    }
    if (SceneReader.names().contains(task())) {
      return Optional.of(task());
    }
    TreeSet<String> known = new TreeSet<>(Pipelines.all().keySet());
    known.add(HAND);
    known.addAll(SceneReader.names());
    throw new UsageException(
        "There is no task or scene '%s'. %s"
            .formatted(task(), Suggestions.sentence(task(), known)));
  }
}
