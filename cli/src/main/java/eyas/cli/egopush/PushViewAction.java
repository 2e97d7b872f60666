package eyas.cli.egopush;

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
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.egopush.EgoPushImages;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.List;
import java.util.Optional;

/** {@code view}: a robot that pushes boxes, and what its camera sees. */
final class PushViewAction implements TaskAction {
  private static final String FIRST_TIER = "t1";

  @Override
  public String name() {
    return "view";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    ViewRequest asked = ViewRequest.of(request);
    String preset = request.options().preset().orElse(FIRST_TIER);
    EgoPushModel model = new EgoPushTask().model(preset, request.options().overrides());
    Optional<PolicyBundle> bundle = asked.bundle(shipped(preset));
    try (ComputeDevice device = ComputeDevice.open(request.options().device());
        LaneWorld world = new LaneWorld(device, model, 1, device.nativeLanes())) {
      PushJudge judge = new PushJudge(model, 1, asked.seed(), request.options().device());
      PushPilot pilot = policy(asked, bundle, judge);
      Optional<EgoPushImages> images =
          pilot
              .camera()
              .map(c -> new EgoPushImages(device, model, c, world, device.nativeLanes(), 1));
      try (WorldShow show =
          new WorldShow(
              EgoPushTask.NAME + " " + preset,
              world,
              pilot.policy(),
              images.map(seen -> seen),
              new PushPainter(device, model),
              asked.seed())) {
        return new Viewing(asked, console).run(show);
      } finally {
        images.ifPresent(EgoPushImages::close);
      }
    }
  }

  private static PushPilot policy(
      ViewRequest asked, Optional<PolicyBundle> bundle, PushJudge judge) {
    if (bundle.isPresent()) {
      return judge.of(bundle.get());
    }
    return asked.policy().filter(ViewRequest.RANDOM::equals).isPresent()
        ? new PushPilot(
            new RandomPolicy(judge.model().description(), asked.seed()), Optional.empty())
        : judge.scripted();
  }

  private static List<PolicyBundle> shipped(String preset) {
    return Home.policies().stream()
        .map(PolicyBundle::load)
        .filter(bundle -> bundle.contract().task().equals(EgoPushTask.NAME))
        .filter(bundle -> preset.equals(bundle.contract().provenance().get("preset")))
        .toList();
  }
}
