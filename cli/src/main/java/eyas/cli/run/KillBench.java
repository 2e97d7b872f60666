package eyas.cli.run;

import eyas.assets.config.Suggestions;
import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a task once in peace and once while its process is killed (SIGKILL) at seeded times and
 * resumed; then compares all that both made. Both runs have the same name, each in a folder of its
 * own, so that even what carries the name must be the same.
 */
public final class KillBench {
  // a stage can end before its kill arrives; then it is run again for the next try
  private static final int TRIES = 5;

  private final String task;
  private final String command;
  private final RunOptions options;
  private final RunFolders calmRuns;
  private final RunFolders killedRuns;
  private final List<String> only;
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
   * @param only names of the stages to kill; empty: all
   * @param kills how often to kill each stage
   * @param console where to speak
   */
  public KillBench(
      String task,
      String command,
      RunOptions options,
      RunFolders runs,
      List<String> only,
      int kills,
      Console console) {
    this.task = task;
    this.command = command;
    this.options = options;
    this.calmRuns = new RunFolders(runs.root().resolve("undisturbed"));
    this.killedRuns = new RunFolders(runs.root().resolve("killed"));
    this.only = List.copyOf(only);
    this.kills = kills;
    this.console = console;
    this.random = new Random(options.seed().orElse(1));
  }

  /** Runs both and returns the comparison. */
  public Map<String, Object> run() {
    requireEmpty(calmRuns);
    requireEmpty(killedRuns);
    RunFolder calm = calm();
    List<StageMarker> stages = chosen(StageMarker.all(calm));
    Map<String, Integer> landed = new LinkedHashMap<>();
    RunFolder killed = killed(stages, landed);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("calmRun", calm.path().toString());
    values.put("killedRun", killed.path().toString());
    values.put("stages", stages.size());
    values.put("kills", landed.values().stream().mapToInt(Integer::intValue).sum());
    values.put("killsByStage", landed);
    values.putAll(new RunComparison(calm, killed).values());
    return values;
  }

  private void requireEmpty(RunFolders runs) {
    if (!runs.list(task).isEmpty()) {
      throw new UsageException(
          runs.root()
              + " holds the runs of an earlier bench. Delete it, or choose another folder with"
              + " --runs DIR.");
    }
  }

  private List<StageMarker> chosen(List<StageMarker> all) {
    List<String> names = all.stream().map(StageMarker::stage).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new UsageException(
            "There is no stage '" + name + "'. " + Suggestions.sentence(name, names));
      }
    }
    return all.stream().filter(m -> only.isEmpty() || only.contains(m.stage())).toList();
  }

  private RunFolder calm() {
    console.say("A run without kills");
    require(wait(start(calmRuns, List.of()), Long.MAX_VALUE), "without kills");
    return calmRuns.select(task, RunFolders.LATEST);
  }

  private RunFolder killed(List<StageMarker> stages, Map<String, Integer> landed) {
    Process process = start(killedRuns, List.of());
    while (killedRuns.list(task).isEmpty() && process.isAlive()) {
      pause(20);
    }
    RunFolder folder = killedRuns.select(task, RunFolders.LATEST);
    List<String> resume = List.of("--resume", folder.name());
    for (StageMarker stage : stages) {
      int count = 0;
      for (int attempt = 0; count < kills && attempt < TRIES * kills; attempt++) {
        awaitBegin(process, folder, stage.stage());
        wait(process, delay(stage));
        process.destroyForcibly();
        wait(process, Long.MAX_VALUE);
        count += hit(folder, stage.stage()) ? 1 : 0;
        process = start(killedRuns, resume);
      }
      console.say("Killed in stage " + stage.stage() + ": " + count + "/" + kills);
      landed.put(stage.stage(), count);
    }
    require(wait(process, Long.MAX_VALUE), "after the last kill");
    return folder;
  }

  // a stage with checkpoints gets on between kills: the times are drawn from a share of its length;
  // any other begins anew each time
  private long delay(StageMarker stage) {
    boolean learns = Phase.of(stage.phase()).learns();
    double reach = learns ? stage.seconds() / kills : stage.seconds();
    return Math.round(1000 * random.nextDouble() * reach);
  }

  // whether the stage was cut off; one that had ended is taken back to be cut off the next time
  private static boolean hit(RunFolder folder, String stage) {
    boolean cut = Files.exists(folder.begunFile(stage));
    AtomicFiles.delete(folder.stageFile(stage));
    forgetBegun(folder);
    return cut;
  }

  // so that the next process is seen to begin the stage
  private static void forgetBegun(RunFolder folder) {
    Path stages = folder.begunFile("any").getParent();
    try (Stream<Path> files = Files.exists(stages) ? Files.list(stages) : Stream.empty()) {
      files.filter(file -> file.toString().endsWith(".begun")).forEach(AtomicFiles::delete);
    } catch (IOException failure) {
      throw new RunException("Cannot list " + stages + ": " + failure, failure);
    }
  }

  private static void awaitBegin(Process process, RunFolder folder, String stage) {
    Path begun = folder.begunFile(stage);
    Path ended = folder.stageFile(stage);
    while (process.isAlive() && !Files.exists(begun) && !Files.exists(ended)) {
      pause(5);
    }
  }

  private Process start(RunFolders runs, List<String> resume) {
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
}
