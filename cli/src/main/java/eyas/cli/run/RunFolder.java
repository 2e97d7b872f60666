package eyas.cli.run;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigReader;
import java.nio.file.Path;

/**
 * One run on disk: {@code config.yaml}, {@code stages/}, {@code metrics/}, {@code checkpoints/},
 * {@code policy/NAME/}, {@code export/NAME/}, {@code report.html} and {@code report.json}.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  /** Returns the run's name, e.g. {@code 2026-11-22-1}. */
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** Returns the file with the resolved configuration, the seed and the commit. */
  public Path configFile() {
    return path.resolve("config.yaml");
  }

  /** Returns the folder of metrics: {@code metrics.jsonl} and TensorBoard events. */
  public Path metrics() {
    return path.resolve("metrics");
  }

  /** Returns the file with one line for every iteration. */
  public Path metricsFile() {
    return metrics().resolve("metrics.jsonl");
  }

  /** Returns the file with recorded flights. */
  public Path flightsFile() {
    return metrics().resolve("flights.json");
  }

  /** Returns the folder of the report's pictures, PNG files. */
  public Path pictures() {
    return path.resolve("pictures");
  }

  /** Returns the folder of a stage's checkpoints. */
  public Path checkpoints(String stage) {
    return path.resolve("checkpoints").resolve(stage);
  }

  /** Returns the folder of all bundles. */
  public Path policies() {
    return path.resolve("policy");
  }

  /** Returns the folder of one bundle. */
  public Path policy(String policy) {
    return policies().resolve(policy);
  }

  /** Returns the folder of one exported policy. */
  public Path export(String policy) {
    return path.resolve("export").resolve(policy);
  }

  /** Returns the marker of a stage. */
  public Path stageFile(String stage) {
    return path.resolve("stages").resolve(stage + ".json");
  }

  /** Returns the file that lies there from a stage's start to its end. */
  public Path begunFile(String stage) {
    return path.resolve("stages").resolve(stage + ".begun");
  }

  /** Returns the report for readers. */
  public Path reportPage() {
    return path.resolve("report.html");
  }

  /** Returns the report for programs. */
  public Path reportData() {
    return path.resolve("report.json");
  }

  /** Reads how the run was started. */
  public RunHeader header() {
    return config().bind("run", RunHeader.class);
  }

  /** Reads the file {@code config.yaml} with its sections {@code run} and {@code config}. */
  public Config config() {
    return ConfigReader.file(configFile());
  }
}
