package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a task once in peace and once while its process is killed (SIGKILL) at seeded times and
 * resumed; then compares weights and counts iterations.
 */
public final class KillBench {
  private final String task;
  private final String command;
  private final RunOptions options;
  private final RunFolders runs;
  private final int kills;
  private final Console console;
  private final Random random;

  /**
   * Creates the bench.
   *
   * @param task task name
   * @param command {@code run}, {@code train} or {@code distill}
   * @param options seed, profile and settings of both runs
   * @param runs folder for both runs
   * @param kills how often to kill each stage
   * @param console where to speak
   */
  public KillBench(
      String task,
      String command,
      RunOptions options,
      RunFolders runs,
      int kills,
      Console console) {
    this.task = task;
    this.command = command;
    this.options = options;
    this.runs = runs;
    this.kills = kills;
    this.console = console;
    this.random = new Random(options.seed().orElse(1));
  }

  /** Runs both and returns the comparison. */
  public Map<String, Object> run() {
    RunFolder calm = calm();
    Map<String, Double> seconds = stageSeconds(calm);
    RunFolder killed = killed(seconds);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("calmRun", calm.path().toString());
    values.put("killedRun", killed.path().toString());
    values.put("stages", seconds.size());
    values.put("kills", kills * seconds.size());
    values.put("weights", weights(calm).size());
    values.put("sameWeights", weights(calm).equals(weights(killed)));
    values.put("iterationsLost", missing(calm, killed));
    values.put("iterationsTwice", repeated(killed));
    boolean nothingLost = missing(calm, killed) == 0 && repeated(killed) == 0;
    values.put("identical", weights(calm).equals(weights(killed)) && nothingLost);
    return values;
  }

  private RunFolder calm() {
    console.say("A run without kills");
    require(wait(start(List.of()), Long.MAX_VALUE), "without kills");
    return runs.select(task, RunFolders.LATEST);
  }

  // the times are drawn from a share of the stage's own length, so that all kills fall into it
  private RunFolder killed(Map<String, Double> seconds) {
    int before = runs.list(task).size();
    Process process = start(List.of());
    while (runs.list(task).size() == before && process.isAlive()) {
      pause(20);
    }
    RunFolder folder = runs.select(task, RunFolders.LATEST);
    List<String> resume = List.of("--resume", folder.name());
    for (Map.Entry<String, Double> stage : seconds.entrySet()) {
      for (int kill = 1; kill <= kills; kill++) {
        awaitBegin(process, folder, stage.getKey());
        wait(process, Math.round(1000 * random.nextDouble() * stage.getValue() / kills));
        process.destroyForcibly();
        wait(process, Long.MAX_VALUE);
        AtomicFiles.delete(folder.begunFile(stage.getKey()));
        console.say("Killed in stage " + stage.getKey() + ", " + kill + "/" + kills);
        process = start(resume);
      }
    }
    require(wait(process, Long.MAX_VALUE), "after the last kill");
    return folder;
  }

  private static void awaitBegin(Process process, RunFolder folder, String stage) {
    Path begun = folder.begunFile(stage);
    Path ended = folder.stageFile(stage);
    while (process.isAlive() && !Files.exists(begun) && !Files.exists(ended)) {
      pause(5);
    }
  }

  private Process start(List<String> resume) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "eyas.cli.Main", command));
    line.addAll(List.of(task, "--device", options.device(), "--runs", runs.root().toString()));
    line.addAll(resume);
    if (resume.isEmpty()) {
      line.addAll(List.of("--profile", options.profile()));
      line.addAll(List.of("--seed", Long.toString(options.seed().orElse(1))));
      options.preset().ifPresent(preset -> line.addAll(List.of("--preset", preset)));
      options.overrides().forEach(entry -> line.addAll(List.of("--set", entry)));
    }
    try {
      return new ProcessBuilder(line)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException failure) {
      throw new RunException("Cannot start " + line.get(0) + ": " + failure, failure);
    }
  }

  private static int wait(Process process, long milliseconds) {
    try {
      boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      return ended ? process.exitValue() : 0;
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new RunException("The bench was interrupted.", interrupted);
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunException("The bench was interrupted.", interrupted);
    }
  }

  // a failed gate is an end like any other here
  private static void require(int code, String when) {
    if (code != 0 && code != 5) {
      throw new RunException("The run " + when + " ended with exit code " + code + ".");
    }
  }

  private static Map<String, Double> stageSeconds(RunFolder folder) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    StageMarker.all(folder).forEach(marker -> seconds.put(marker.stage(), marker.seconds()));
    return seconds;
  }

  private static Map<String, Integer> weights(RunFolder folder) {
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.policies())) {
      for (Path file : files.filter(f -> f.endsWith("weights.safetensors")).toList()) {
        String name = folder.policies().relativize(file).toString();
        // a kill can leave a half-written bundle behind, under a name with a dot
        if (!name.startsWith(".")) {
          hashes.put(name, Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
      return hashes;
    } catch (IOException failure) {
      throw new RunException("Cannot read " + folder.policies() + ": " + failure, failure);
    }
  }

  private static long missing(RunFolder calm, RunFolder killed) {
    Set<String> expected = new HashSet<>(iterations(calm));
    expected.removeAll(iterations(killed));
    return expected.size();
  }

  private static long repeated(RunFolder folder) {
    List<String> all = iterations(folder);
    return (long) all.size() - new HashSet<>(all).size();
  }

  private static List<String> iterations(RunFolder folder) {
    return MetricsFile.read(folder.metricsFile()).stream()
        .map(line -> line.get("stage") + " " + MetricsFile.iteration(line))
        .toList();
  }
}
