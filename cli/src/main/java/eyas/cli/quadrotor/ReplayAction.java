package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldFault;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorRowNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** {@code replay}: computes the step again that led to a number that was not finite. */
final class ReplayAction implements TaskAction {
  @Override
  public String name() {
    return "replay";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    String file =
        request
            .argument("dump")
            .orElseThrow(
                () -> new UsageException("Name the dump, such as runs/faults/quadrotor.json."));
    FaultDump dump = FaultDump.read(Path.of(file));
    QuadrotorModel model = new QuadrotorModel(dump.settings());
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        LaneWorld world = LaneWorld.alone(lab.device(), model, dump.environment())) {
      world.restore(dump.snapshot());
      world.step(FaultDump.numbers(dump.action()));
      return ActionResult.of(values(dump, model, world));
    }
  }

  private static Map<String, Object> values(FaultDump dump, QuadrotorModel model, LaneWorld world) {
    IntFunction<String> stateRow = model::stateRow;
    IntFunction<String> actionName = model.description().actions()::get;
    Optional<WorldFault> fault = world.fault();
    float[] after = world.save().state();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("environment", dump.environment());
    values.put("episode", dump.episode());
    values.put("step", dump.step());
    values.put("seed", dump.seed());
    values.put("field", dump.field());
    values.put("reproduced", fault.isPresent() && fault.get().row() == dump.row());
    values.put("identical", Arrays.equals(after, FaultDump.numbers(dump.after())));
    values.put("row", fault.map(WorldFault::row).orElse(-1));
    values.put(
        "parameters",
        notFinite(FaultDump.numbers(dump.parameters()), QuadrotorRowNames::parameter));
    values.put("before", notFinite(FaultDump.numbers(dump.before()), stateRow));
    values.put("action", notFinite(FaultDump.numbers(dump.action()), actionName));
    values.put("after", notFinite(after, stateRow));
    return values;
  }

  private static List<String> notFinite(float[] rows, IntFunction<String> name) {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      if (!Float.isFinite(rows[row])) {
        names.add(name.apply(row) + " = " + rows[row]);
      }
    }
    return names;
  }
}
