package eyas.cli.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.Map;
import java.util.Optional;

/** A hover teacher by gradients through the world. */
final class HoverAnalytic implements HoverLearner {
  private static final AnalyticConfig WINDOW =
      new AnalyticConfig(64, 64, 2000, 5e-3, 0.05, 1, 10_000);
  private static final int BETWEEN_FLIGHTS = 25;

  private final AnalyticTrainer trainer;

  HoverAnalytic(
      QuadrotorLab lab,
      QuadrotorModel model,
      LaneNetwork network,
      QuadrotorParameters quadrotor,
      long seed) {
    trainer =
        new AnalyticTrainer(
            lab.device(),
            lab.lanes(),
            model,
            "privileged",
            network,
            1,
            WINDOW,
            (member, random, out) -> model.fill(quadrotor, quadrotor.initPosition(), random, out),
            Optional.empty(),
            seed);
  }

  @Override
  public boolean finished() {
    return trainer.updates() >= WINDOW.updates();
  }

  @Override
  public void learn() {
    for (int i = 0; i < BETWEEN_FLIGHTS; i++) {
      trainer.update();
    }
  }

  @Override
  public float[] weights() {
    return trainer.weights();
  }

  @Override
  public Map<String, Object> progress() {
    return Map.of("updates", trainer.updates());
  }

  @Override
  public void close() {
    trainer.close();
  }
}
