package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import eyas.sim.task.WorldFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dumps of numbers that were not finite: {@code runs/faults/NAME.json}, for {@code replay}. */
public final class FaultFile {
  private FaultFile() {}

  /**
   * Writes a dump and returns its file. Numbers of the arrays are texts: JSON knows no NaN.
   *
   * @param runs the folder that holds the runs
   */
  public static Path write(Path runs, WorldFault fault) {
    String name =
        "%s-seed%d-environment%d-episode%d-step%d.json"
            .formatted(
                fault.task(), fault.seed(), fault.environment(), fault.episode(), fault.step());
    Path file = runs.resolve("faults").resolve(name);
    AtomicFiles.write(file, Json.pretty(values(fault)));
    return file;
  }

  private static Map<String, Object> values(WorldFault fault) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("task", fault.task());
    values.put("seed", fault.seed());
    values.put("environment", fault.environment());
    values.put("episode", fault.episode());
    values.put("step", fault.step());
    values.put("row", fault.row());
    values.put("field", fault.field());
    values.put("before", texts(fault.before()));
    values.put("parameters", texts(fault.parameters()));
    values.put("action", texts(fault.action()));
    values.put("after", texts(fault.after()));
    values.put("settings", fault.settings());
    return values;
  }

  private static List<String> texts(float[] numbers) {
    List<String> texts = new ArrayList<>();
    for (float number : numbers) {
      texts.add(Float.toString(number));
    }
    return texts;
  }
}
