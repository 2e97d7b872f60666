package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.Json;
import eyas.cli.run.RunException;
import eyas.cli.run.TaskAction;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code bench teacher}: time from the start of a virtual machine until a hover teacher of one
 * quadrotor flies 490 of 500 steps, evaluation included; the median over seeds, each in a process
 * of its own.
 */
final class TeacherBench implements TaskAction {
  private static final int SEEDS = 5;

  @Override
  public String name() {
    return "bench teacher";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    int seeds = request.count("seeds", SEEDS);
    // a mistyped learner is refused before the first process starts
    LearnerKind learner = HoverTeacher.learner(request);
    if (seeds == 1) {
      return ActionResult.of(HoverTeacher.train(request, console));
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Map<String, Object> one = inOwnProcess(request, seed);
      all.add(one);
      console.say("seed " + seed + ": " + one);
    }
    Map<String, Object> values = new LinkedHashMap<>(summary(all));
    values.put("learner", learner.word());
    return ActionResult.of(values);
  }

  /**
   * Returns median, slowest, count and the seeds that never hovered; a number that some seeds did
   * not reach is left out.
   */
  static Map<String, Object> summary(List<Map<String, Object>> seeds) {
    double[] sorted = seeds.stream().mapToDouble(TeacherBench::seconds).sorted().toArray();
    Map<String, Object> values = new LinkedHashMap<>();
    putFinite(values, "secondsToLength490", sorted[sorted.length / 2]);
    putFinite(values, "slowest", sorted[sorted.length - 1]);
    values.put("reached", Arrays.stream(sorted).filter(Double::isFinite).count());
    List<Integer> unreached = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      if (!Double.isFinite(seconds(seeds.get(i)))) {
        unreached.add(i + 1);
      }
    }
    values.put("unreachedSeeds", unreached);
    values.put("seeds", seeds);
    return values;
  }

  // a seed that never hovered took longer than every other
  private static double seconds(Map<String, Object> seed) {
    return Boolean.TRUE.equals(seed.get("reached"))
            && seed.get("secondsToLength490") instanceof Number number
        ? number.doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  private static void putFinite(Map<String, Object> values, String key, double value) {
    if (Double.isFinite(value)) {
      values.put(key, value);
    }
  }

  private static Map<String, Object> inOwnProcess(ActionRequest request, int seed) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "eyas.cli.Main"));
    command.addAll(List.of("bench", "teacher", "--seeds", "1", "--json"));
    command.addAll(List.of("--seed", Integer.toString(seed)));
    command.addAll(List.of("--device", request.options().device()));
    request.argument("quadrotors").ifPresent(q -> command.addAll(List.of("--quadrotors", q)));
    request.argument("learner").ifPresent(name -> command.addAll(List.of("--learner", name)));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return result(lastLine(process), seed, command);
    } catch (IOException failure) {
      throw new RunException(
          "Cannot start " + command + ": " + failure.getMessage() + ".", failure);
    }
  }

  /** Returns what a process printed as its last line; passes its failure on. */
  static Map<String, Object> result(String line, int seed, List<String> command) {
    Map<String, Object> values =
        Json.object(line)
            .orElseThrow(
                () ->
                    new RunException(
                        "The process "
                            + command
                            + " printed no result. Run it by hand to see why."));
    if (values.get("error") != null) {
      throw new RunException("The teacher of seed " + seed + " failed: " + values.get("error"));
    }
    return values;
  }

  private static String lastLine(Process process) throws IOException {
    String last = "";
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last = line;
      }
    }
    return last;
  }
}
