package eyas.cli.egopush;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.distill.vision.VisionSpeed;
import eyas.sim.device.ComputeDevice;

/**
 * {@code bench vision}: the first student of the packaged run, its pictures in kernels and in
 * PyTorch.
 */
final class PushVisionBench implements TaskAction {
  private static final int UPDATES = 5;

  @Override
  public String name() {
    return "bench vision";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    EgoPushRunConfig config = EgoPushPipeline.config(request.options());
    PushStudent student = config.students().values().iterator().next();
    PushTraining teacher = config.teachers().get(student.teacher());
    int extras = teacher.model().description().group(student.distill().studentGroup()).size();
    VisionSpeed speed =
        new VisionSpeed(
            student.network(teacher.specs().actor(), extras),
            student.distill().steps(),
            student.distill().environments(),
            request.count("updates", UPDATES));
    try (ComputeDevice device = ComputeDevice.open(request.options().device())) {
      return ActionResult.of(speed.run(device, request.options().seed().orElse(1)));
    }
  }
}
