package eyas.cli.egopush;

import eyas.assets.scene.SceneReader;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.scene.SceneSpeed;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * {@code bench sim}: physics of the packaged scene of a tier alone, and whole environment steps
 * with observations, rewards and resets under random actions.
 */
final class PushSimBench implements TaskAction {
  private static final int ENVIRONMENTS = 1024;
  private static final int SECONDS = 2;
  private static final int LAUNCHES = 10;
  private static final String TIER = "t3";

  @Override
  public String name() {
    return "bench sim";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    String preset = request.options().preset().orElse(TIER);
    EgoPushModel model = new EgoPushTask().model(preset, request.options().overrides());
    int environments = request.count("environments", ENVIRONMENTS);
    int seconds = request.count("seconds", SECONDS);
    long seed = request.options().seed().orElse(1);
    SceneSpeed physics =
        new SceneSpeed(SceneReader.named("egopush-" + preset).scene(), environments, seconds, seed);
    try (ComputeDevice device = ComputeDevice.open(request.options().device())) {
      Map<String, Object> values = new LinkedHashMap<>(physics.measure(device));
      values.put("preset", preset);
      for (Lanes lanes : new Lanes[] {device.nativeLanes(), Lanes.of(1)}) {
        try (LaneWorld world = new LaneWorld(device, model, environments, lanes)) {
          values.put(
              lanes.width() == 1 ? "scalarEnvironmentStepsPerSecond" : "environmentStepsPerSecond",
              rate(device, world, (double) seconds / SceneSpeed.REPETITIONS, seed));
        }
      }
      return ActionResult.of(values);
    }
  }

  private static double rate(ComputeDevice device, LaneWorld world, double seconds, long seed) {
    Random random = new Random(seed);
    world.reset(seed);
    double[] rates = new double[SceneSpeed.REPETITIONS];
    double once = launch(device, world, random) / LAUNCHES;
    for (int i = 0; i < rates.length; i++) {
      double spent = 0;
      int rounds = Math.max(1, (int) (seconds / once / LAUNCHES));
      for (int r = 0; r < rounds; r++) {
        spent += launch(device, world, random);
      }
      rates[i] = (double) world.environments() * LAUNCHES * rounds / spent;
    }
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  // time of some steps with the same random actions [s]
  private static double launch(ComputeDevice device, LaneWorld world, Random random) {
    float[] actions = new float[world.padded() * world.description().actions().size()];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = 2 * random.nextFloat() - 1;
    }
    world.buffers().actions().write(0, actions);
    device.finish();
    long start = System.nanoTime();
    for (int i = 0; i < LAUNCHES; i++) {
      world.stepOnDevice();
    }
    device.finish();
    return (System.nanoTime() - start) * 1e-9;
  }
}
