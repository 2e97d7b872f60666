package eyas.cli;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.IterationTiming;
import eyas.cli.run.Json;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunException;
import eyas.cli.run.Stage;
import eyas.cli.run.StageLog;
import eyas.cli.run.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stage that "learns" one number and writes a checkpoint after every second iteration. */
record ToyLearning(String name, Phase phase) implements Stage {
  @Override
  public StageResult run(RunContext context) {
    ToyPipeline.Settings settings = context.config().bind(ToyPipeline.Settings.class);
    Path checkpoint = context.checkpoints(name).resolve("state.json");
    Map<String, Object> state = read(checkpoint, context.seed());
    long done = ((Number) state.get("iteration")).longValue();
    long weight = ((Number) state.get("weight")).longValue();
    try (StageLog log = context.log(name, settings.iterations(), done)) {
      for (long i = done + 1; i <= settings.iterations(); i++) {
        weight = weight * 31 % 1_000_003 + i;
        pause(settings.pause());
        log.iteration(i, new IterationTiming(4096, 0.001, 0.002), figures(i, weight));
        if (i % 2 == 0 || context.stopRequested()) {
          AtomicFiles.write(checkpoint, Json.line(Map.of("iteration", i, "weight", weight)));
        }
        if (context.stopRequested()) {
          return StageResult.stopped();
        }
      }
    }
    Path bundle = context.folder().policy(name);
    AtomicFiles.write(bundle.resolve("weights.safetensors"), Long.toString(weight));
    return StageResult.done(Map.of("weight", weight));
  }

  private static Map<String, Double> figures(long i, long weight) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("loss", 2.0 / i);
    figures.put("return", 700 - 500.0 / i + weight % 10);
    return figures;
  }

  private static Map<String, Object> read(Path checkpoint, long seed) {
    try {
      return Files.exists(checkpoint)
          ? Json.object(Files.readString(checkpoint)).orElseThrow()
          : Map.of("iteration", 0, "weight", seed);
    } catch (IOException failure) {
      throw new RunException("Cannot read " + checkpoint + ".", failure);
    }
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
