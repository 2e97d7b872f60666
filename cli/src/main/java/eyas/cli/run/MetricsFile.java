package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code metrics.jsonl}: one JSON object a line with {@code stage} and {@code iteration};
 * each pair stands in it once. A line that a crash tore is dropped when the file is opened.
 */
public final class MetricsFile implements AutoCloseable {
  private final Path file;
  private final OutputStream stream;

  private MetricsFile(Path file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /**
   * Opens the file for a stage, dropping the stage's lines after the iteration that its checkpoint
   * holds: the stage will write these again.
   *
   * @param file path of {@code metrics.jsonl}
   * @param stage name of the stage
   * @param lastIteration the checkpoint's iteration; 0 or less when there is no checkpoint
   */
  public static MetricsFile open(Path file, String stage, long lastIteration) {
    List<String> kept = new ArrayList<>();
    for (String line : lines(file)) {
      parse(line)
          .filter(
              values -> !values.get("stage").equals(stage) || iteration(values) <= lastIteration)
          .ifPresent(values -> kept.add(line));
    }
    AtomicFiles.write(file, kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
    try {
      return new MetricsFile(file, Files.newOutputStream(file, StandardOpenOption.APPEND));
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }

  /** Appends one line and hands it to the system, so that a kill of the process keeps it. */
  public void append(Map<String, Object> values) {
    try {
      stream.write((Json.line(values) + "\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }

  /** Reads every whole line, in order. */
  public static List<Map<String, Object>> read(Path file) {
    return lines(file).stream().map(MetricsFile::parse).flatMap(Optional::stream).toList();
  }

  /** Returns the iteration of a line. */
  public static long iteration(Map<String, Object> values) {
    return values.get("iteration") instanceof Number number ? number.longValue() : -1;
  }

  private static List<String> lines(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return List.of();
      }
      // decoded leniently: a torn line may end in the middle of a character
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new RunException("Cannot read " + file + ": " + failure.getMessage() + ".", failure);
    }
  }

  private static Optional<Map<String, Object>> parse(String line) {
    return Json.object(line)
        .filter(values -> values.get("stage") instanceof String && iteration(values) >= 0);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }
}
