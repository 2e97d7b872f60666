package eyas.cli.quadrotor;

import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.policies.evaluate.transfer.TransferReport;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code transfer}: flies bundles, by default the shipped students for robots, through the gate. A
 * bundle that is not sealed keeps the report, so that {@code export} can seal it.
 */
final class TransferAction implements TaskAction {
  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    QuadrotorRunConfig.Gate gate = QuadrotorPipeline.config(request.options()).gate();
    long seed = request.options().seed().orElse(gate.seed());
    List<String> overrides = request.options().overrides();
    TaskDescription task = new QuadrotorTask().model("default", overrides).description();
    Map<String, Object> policies = new LinkedHashMap<>();
    boolean passed = true;
    double training = 1;
    double second = 1;
    List<Path> folders = folders(request, gate);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      for (Path folder : folders) {
        TransferReport report =
            GateFlight.fly(lab, gate, Contestant.of(folder, task), overrides, seed);
        console.say(report.summary());
        // only the gate's own preset counts when a bundle is sealed
        if (overrides.isEmpty()) {
          GateFlight.keep(folder, report);
        }
        policies.put(report.policy(), report.toMap());
        passed &= report.passed();
        training = Math.min(training, report.training().estimate());
        second = Math.min(second, report.second().estimate());
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("passed", passed);
    values.put("successInTraining", training);
    values.put("successInJBullet", second);
    values.put("overrides", overrides);
    values.put("policies", policies);
    return new ActionResult(passed, values);
  }

  private static List<Path> folders(ActionRequest request, QuadrotorRunConfig.Gate gate) {
    boolean shipped = request.policies().isEmpty() && request.run().isEmpty();
    List<Path> folders =
        shipped ? RobotPolicies.leaving(Home.policies(), gate) : RobotPolicies.asked(request, gate);
    return RobotPolicies.require(folders, "fly", gate);
  }
}
