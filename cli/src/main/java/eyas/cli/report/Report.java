package eyas.cli.report;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.Json;
import eyas.cli.run.MetricsFile;
import eyas.cli.run.RunFolder;
import eyas.cli.run.Stage;
import eyas.cli.run.StageMarker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both reports of a run: {@code report.html} for readers and {@code report.json} for programs. */
public final class Report {
  private final RunFolder folder;
  private final Map<String, StageMarker> stages;
  private final Curves curves;

  private Report(RunFolder folder, Map<String, StageMarker> stages, Curves curves) {
    this.folder = folder;
    this.stages = stages;
    this.curves = curves;
  }

  /** Reads what a run holds so far. */
  public static Report of(RunFolder folder, List<Stage> stages) {
    Map<String, StageMarker> markers = new LinkedHashMap<>();
    for (Stage stage : stages) {
      StageMarker.read(folder, stage).ifPresent(marker -> markers.put(stage.name(), marker));
    }
    return new Report(folder, markers, Curves.of(MetricsFile.read(folder.metricsFile())));
  }

  /** Writes both files. */
  public void write() {
    AtomicFiles.write(folder.reportData(), Json.pretty(data()));
    AtomicFiles.write(folder.reportPage(), new Page(folder, stages.values(), curves).html());
  }

  private Map<String, Object> data() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("run", folder.name());
    values.put("config", folder.config().root().plain());
    Map<String, Object> ended = new LinkedHashMap<>();
    stages.forEach(
        (name, marker) ->
            ended.put(
                name,
                Map.of(
                    "phase", marker.phase(),
                    "outcome", marker.outcome(),
                    "seconds", marker.seconds(),
                    "summary", marker.summary())));
    values.put("stages", ended);
    values.put("curves", curves.json());
    return values;
  }
}
