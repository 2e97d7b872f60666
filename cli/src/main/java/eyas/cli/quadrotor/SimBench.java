package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.sim.device.Lanes;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code bench sim}: physics alone, and whole environment steps, for native lanes and for one lane.
 */
final class SimBench implements TaskAction {
  /** Environments of the measured world, where no other number is asked for. */
  static final int ENVIRONMENTS = 8192;

  /** Repetitions of a measurement. */
  static final int REPETITIONS = 5;

  // of one number [s]
  private static final int SECONDS = 2;

  @Override
  public String name() {
    return "bench sim";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      double[] wide = measure(lab, lab.lanes(), request);
      double[] scalar = measure(lab, Lanes.of(1), request);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("device", lab.device().info().name());
      values.put("environments", request.count("environments", ENVIRONMENTS));
      values.put("lanes", lab.lanes().width());
      values.put("physicsStepsPerSecond", wide[0]);
      values.put("environmentStepsPerSecond", wide[1]);
      values.put("scalarPhysicsStepsPerSecond", scalar[0]);
      values.put("scalarEnvironmentStepsPerSecond", scalar[1]);
      return ActionResult.of(values);
    }
  }

  /** Returns physics and environment steps a second, the median of several repetitions. */
  static double[] measure(QuadrotorLab lab, Lanes lanes, ActionRequest request) {
    String preset = request.options().preset().orElse("raptor");
    var model = new QuadrotorTask().model(preset, request.options().overrides());
    int environments = request.count("environments", ENVIRONMENTS);
    double seconds = (double) request.count("seconds", SECONDS) / REPETITIONS;
    try (LaneWorld world = new LaneWorld(lab.device(), model, environments, lanes)) {
      float[] actions = new float[environments * model.description().actions().size()];
      Arrays.fill(actions, 0.3f);
      world.step(actions);
      double physics = rate(lab, world, world::advanceOnDevice, seconds);
      double environment = rate(lab, world, world::stepOnDevice, seconds);
      return new double[] {physics, environment};
    }
  }

  /**
   * Returns launches times environments in one second, the median of several repetitions.
   *
   * @param seconds time of one repetition [s]
   */
  static double rate(QuadrotorLab lab, LaneWorld world, Runnable launch, double seconds) {
    double[] rates = new double[REPETITIONS];
    once(lab, world, launch, 20);
    for (int i = 0; i < REPETITIONS; i++) {
      double probe = once(lab, world, launch, 50);
      int launches = Math.max(50, (int) (seconds * 50 / probe));
      rates[i] = (double) world.environments() * launches / once(lab, world, launch, launches);
    }
    Arrays.sort(rates);
    return rates[REPETITIONS / 2];
  }

  private static double once(QuadrotorLab lab, LaneWorld world, Runnable launch, int launches) {
    world.resetAll();
    lab.device().finish();
    long start = System.nanoTime();
    for (int i = 0; i < launches; i++) {
      launch.run();
    }
    lab.device().finish();
    return (System.nanoTime() - start) * 1e-9;
  }
}
