package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run remembers of a stage that reached its end: {@code stages/NAME.json}.
 *
 * @param stage name of the stage
 * @param phase command that the stage belongs to
 * @param outcome {@code done} or {@code gate-failed}
 * @param seconds wall time of the last start until the end [s]
 * @param summary figures of the stage
 */
public record StageMarker(
    String stage, String phase, String outcome, double seconds, Map<String, Object> summary) {
  private static final String DONE = "done";
  private static final String GATE_FAILED = "gate-failed";

  /** Creates the marker of a stage that has ended. */
  public static StageMarker of(Stage stage, StageResult result, double seconds) {
    boolean done = result.outcome() == StageResult.Outcome.DONE;
    return new StageMarker(
        stage.name(),
        stage.phase().command(),
        done ? DONE : GATE_FAILED,
        seconds,
        result.summary());
  }

  /** Returns whether the stage need not run again. */
  public boolean done() {
    return outcome.equals(DONE);
  }

  /** Writes the marker. */
  public void write(RunFolder folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("stage", stage);
    values.put("phase", phase);
    values.put("outcome", outcome);
    values.put("seconds", seconds);
    values.put("summary", summary);
    AtomicFiles.write(folder.stageFile(stage), Json.pretty(values));
  }

  /** Reads the marker of a stage, if the stage has reached its end before. */
  public static Optional<StageMarker> read(RunFolder folder, Stage stage) {
    Path file = folder.stageFile(stage.name());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(parse(file));
  }

  /** Reads the markers of all stages that have reached their end, in the order of their ends. */
  public static List<StageMarker> all(RunFolder folder) {
    Path stages = folder.path().resolve("stages");
    if (!Files.isDirectory(stages)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(stages)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()))
          .map(StageMarker::parse)
          .toList();
    } catch (IOException failure) {
      throw new RunException("Cannot list " + stages + ": " + failure.getMessage() + ".", failure);
    }
  }

  private static StageMarker parse(Path file) {
    try {
      Map<String, Object> values =
          Json.object(Files.readString(file)).orElseThrow(() -> damaged(file));
      String outcome = String.valueOf(values.get("outcome")).toLowerCase(Locale.ROOT);
      double seconds = values.get("seconds") instanceof Number number ? number.doubleValue() : 0;
      return new StageMarker(
          String.valueOf(values.get("stage")),
          String.valueOf(values.get("phase")),
          outcome,
          seconds,
          Json.nested(values, "summary"));
    } catch (IOException failure) {
      throw new RunException("Cannot read " + file + ": " + failure.getMessage() + ".", failure);
    }
  }

  private static RunException damaged(Path file) {
    return new RunException(
        "The marker " + file + " is damaged. Delete it to run its stage again with --resume.");
  }
}
