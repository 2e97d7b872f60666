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
    if (seeds == 1) {
      return ActionResult.of(HoverTeacher.train(request, console));
    }
    List<Double> seconds = new ArrayList<>();
    List<Object> all = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Map<String, Object> one = inOwnProcess(request, seed);
      all.add(one);
      seconds.add(((Number) one.get("secondsToLength490")).doubleValue());
      console.say("seed " + seed + ": " + one);
    }
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("secondsToLength490", sorted[sorted.length / 2]);
    values.put("slowest", sorted[sorted.length - 1]);
    values.put("seeds", all);
    return ActionResult.of(values);
  }

  private static Map<String, Object> inOwnProcess(ActionRequest request, int seed) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "eyas.cli.Main"));
    command.addAll(List.of("bench", "teacher", "--seeds", "1", "--json"));
    command.addAll(List.of("--seed", Integer.toString(seed)));
    command.addAll(List.of("--device", request.options().device()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return Json.object(lastLine(process, command)).orElseThrow();
    } catch (IOException failure) {
      throw new RunException(
          "Cannot start " + command + ": " + failure.getMessage() + ".", failure);
    }
  }

  private static String lastLine(Process process, List<String> command) throws IOException {
    String last = "";
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last = line;
      }
    }
    if (!last.startsWith("{")) {
      throw new RunException(
          "The process "
              + Arrays.toString(command.toArray())
              + " printed no result. Run it by hand to see why.");
    }
    return last;
  }
}
