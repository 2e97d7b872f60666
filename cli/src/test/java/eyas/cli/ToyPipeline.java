package eyas.cli;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigReader;
import eyas.assets.files.AtomicFiles;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.Flight;
import eyas.cli.run.GateException;
import eyas.cli.run.Phase;
import eyas.cli.run.Pipeline;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunOptions;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.cli.run.TaskAction;
import eyas.sim.device.DeviceException;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldFaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task without physics: its "policy" is one number that iterations change. */
public final class ToyPipeline implements Pipeline {
  /** Keys of the toy's configuration. */
  record Settings(long seed, int iterations, double gate, int pause) {}

  private static final String YAML = "seed: 7\niterations: 20\ngate: 0.5\npause: 0\n";

  @Override
  public String task() {
    return "toy";
  }

  @Override
  public Config configure(RunOptions options) {
    Config config =
        ConfigReader.text(YAML, "toy.yaml").resolve(options.profile(), options.overrides());
    config.bind(Settings.class);
    return config;
  }

  @Override
  public List<Stage> stages(RunContext context) {
    return List.of(
        new ToyLearning("train", Phase.TRAIN),
        new ToyLearning("distill", Phase.DISTILL),
        new Summary("evaluate", Phase.EVALUATE),
        new Summary("transfer", Phase.TRANSFER),
        new Summary("export", Phase.EXPORT));
  }

  @Override
  public List<TaskAction> actions() {
    return List.of(new Answer("evaluate"), new Answer("transfer"), new Answer("bench sim"));
  }

  private record Answer(String name) implements TaskAction {
    @Override
    public ActionResult run(ActionRequest request, Console console) {
      System.out.println("a library that prints");
      switch (request.argument("episodes").orElse("")) {
        case "4" -> throw new DeviceException("No device.");
        case "5" -> throw new GateException("Not sealed.");
        case "7" -> throw new WorldFaultException(fault());
        case "6" -> throw new IllegalStateException("boom");
        default -> console.say("flying");
      }
      return new ActionResult(!name.equals("transfer"), Map.of("passed", false, "set", "toy"));
    }
  }

  private static WorldFault fault() {
    float[] before = {1, Float.NEGATIVE_INFINITY};
    float[] none = {};
    return new WorldFault(
        "toy", 5, 3, 0, 42, 1, "height", before, none, none, none, Map.of("size", 2));
  }

  private record Summary(String name, Phase phase) implements Stage {
    @Override
    public StageResult run(RunContext context) {
      Settings settings = context.config().bind(Settings.class);
      ToyLearning.pause(20L * settings.pause());
      if (phase == Phase.TRANSFER) {
        return StageResult.gate(settings.gate() > 0.1, Map.of("successInJBullet", 0.93));
      }
      if (phase == Phase.EXPORT) {
        AtomicFiles.write(context.folder().policy("student").resolve("policy.json"), "{}");
        return StageResult.done(Map.of("sealed", true));
      }
      context.saveFlights(flights());
      Map<String, Object> policies = new LinkedHashMap<>();
      policies.put("student", row(697.2, 0.031));
      policies.put("raptor<b>", row(639.5, 0.054));
      return StageResult.done(Map.of("set", "held-out", "policies", policies));
    }

    private static Map<String, Object> row(double value, double median) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("return", value);
      row.put("length", value / 1.4);
      row.put("terminatedFraction", median / 10);
      row.put("steadyPositionError", Map.of("median", median, "p95", 3 * median));
      row.put("bands", Map.of("40-120", Map.of("length", 492.0)));
      return row;
    }

    private static List<Flight> flights() {
      List<Flight> flights = new ArrayList<>();
      for (String policy : List.of("student", "raptor<b>")) {
        List<float[]> reference = new ArrayList<>();
        List<float[]> flown = new ArrayList<>();
        List<float[]> attitudes = new ArrayList<>();
        double miss = policy.equals("student") ? 0.03 : 0.12;
        for (int i = 0; i <= 600; i++) {
          double phase = i * 2 * Math.PI / 300;
          reference.add(point(0.5 * Math.sin(2 * phase), Math.sin(phase), 0));
          flown.add(point(0.5 * Math.sin(2 * phase - miss), Math.sin(phase - miss), miss));
          double half = 0.1 * Math.cos(phase);
          attitudes.add(new float[] {(float) Math.cos(half), (float) Math.sin(half), 0, 0});
        }
        flights.add(new Flight("figure-eight", policy, 0.02, flown, attitudes, reference));
      }
      return flights;
    }

    private static float[] point(double x, double y, double z) {
      return new float[] {(float) x, (float) y, (float) z};
    }
  }
}
