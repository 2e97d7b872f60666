package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.view.RandomPolicy;
import eyas.cli.view.ViewRequest;
import eyas.cli.view.Viewing;
import eyas.cli.view.WorldShow;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code view}: a quadrotor that flies to its target. */
final class ViewAction implements TaskAction {
  private static final String PRESET = "default";

  @Override
  public String name() {
    return "view";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    ViewRequest asked = ViewRequest.of(request);
    String preset = request.options().preset().orElse(PRESET);
    List<String> overrides = new ArrayList<>(request.options().overrides());
    QuadrotorModel plain = new QuadrotorTask().model(preset, overrides);
    Optional<PolicyBundle> bundle = asked.bundle(shipped());
    Contestant contestant =
        bundle
            .map(found -> Contestant.of(found, plain.description()))
            .orElseGet(() -> withoutNetwork(asked, plain));
    overrides.add("action=" + contestant.action());
    QuadrotorModel model = new QuadrotorTask().model(preset, overrides);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        LaneWorld world = new LaneWorld(lab.device(), model, 1, lab.lanes())) {
      world.reset(asked.seed());
      try (WorldShow show =
          new WorldShow(
              "quadrotor " + preset,
              world,
              contestant.policy(),
              new QuadrotorPainter(lab.device(), model.layout(), world),
              asked.seed())) {
        return new Viewing(asked, console).run(show);
      }
    }
  }

  private static Contestant withoutNetwork(ViewRequest asked, QuadrotorModel model) {
    return asked.policy().filter(ViewRequest.RANDOM::equals).isPresent()
        ? new Contestant(new RandomPolicy(model.description(), asked.seed()), "motors")
        : Contestant.pid();
  }

  private static List<PolicyBundle> shipped() {
    return Home.policies().stream()
        .map(PolicyBundle::load)
        .filter(bundle -> bundle.contract().task().equals("quadrotor"))
        .toList();
  }
}
