package eyas.cli.quadrotor;

import eyas.cli.command.Home;
import eyas.cli.report.FlightPage;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.Flight;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code play}: records flights of a policy and writes a page that shows them. */
final class PlayAction implements TaskAction {
  /** Name of the policy that is played where none is named. */
  static final String POLICY = "student";

  private static final int QUADROTORS = 4;
  private static final int MOST = 16;

  @Override
  public String name() {
    return "play";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    String preset = request.options().preset().orElse("default");
    long seed = request.options().seed().orElse(1);
    List<String> overrides = request.options().overrides();
    QuadrotorModel model = new QuadrotorTask().model(preset, overrides);
    List<Contestant> contestants = contestants(request, model.description());
    QuadrotorSet set = first(EvaluateAction.set(request, model, QUADROTORS, seed));
    List<Flight> flights = new ArrayList<>();
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        QuadrotorWorlds worlds =
            new QuadrotorWorlds(lab.device(), lab.lanes(), preset, overrides, set.count())) {
      FlightRecorder recorder = new FlightRecorder(worlds, set, seed);
      contestants.forEach(contestant -> flights.addAll(recorder.all(contestant)));
    }
    Path out = Path.of(request.argument("out").orElse("play.html"));
    List<String> names = contestants.stream().map(c -> c.policy().name()).toList();
    FlightPage.write(out, "quadrotor: " + String.join(", ", names), flights);
    return ActionResult.of(result(out, names, flights));
  }

  private static Map<String, Object> result(Path out, List<String> names, List<Flight> flights) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", out.toString());
    values.put("policies", names);
    values.put("scenes", flights.stream().map(Flight::scene).distinct().toList());
    values.put("flights", flights.size());
    return values;
  }

  private static List<Contestant> contestants(ActionRequest request, TaskDescription task) {
    List<Path> named = request.policies();
    List<Path> all = named.isEmpty() ? Home.policies() : named;
    // a run and the shipped ones are many
    List<Path> student =
        all.stream().filter(path -> path.getFileName().toString().equals(POLICY)).toList();
    boolean choose = named.isEmpty() || request.run().isPresent();
    List<Path> chosen = choose && !student.isEmpty() ? student : all;
    if (chosen.isEmpty()) {
      throw new UsageException(
          "There is no policy to play. Name a bundle with --policy PATH, or train one with: ./eyas"
              + " run quadrotor");
    }
    return chosen.stream().map(path -> Contestant.of(path, task)).toList();
  }

  private static QuadrotorSet first(QuadrotorSet set) {
    int count = Math.min(MOST, set.count());
    int length = count * QuadrotorLayout.PARAMETER_ROWS;
    return new QuadrotorSet(set.name(), count, Arrays.copyOf(set.parameters(), length));
  }
}
