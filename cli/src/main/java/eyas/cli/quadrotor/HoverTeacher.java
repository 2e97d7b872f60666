package eyas.cli.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.Console;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one hover teacher of the first quadrotor (preset raptor, start set teacher) against the
 * clock.
 */
final class HoverTeacher {
  private static final AnalyticConfig WINDOW =
      new AnalyticConfig(64, 64, 2000, 5e-3, 0.05, 1, 10_000);
  private static final int WIDTH = 32;
  private static final int BETWEEN_FLIGHTS = 25;
  private static final int GLANCE = 100;
  private static final int PROOF = 1000;
  private static final double LENGTH = 490;

  private HoverTeacher() {}

  static Map<String, Object> train(ActionRequest request, Console console) {
    long seed = request.options().seed().orElse(1);
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    QuadrotorParameters quadrotor = GivenQuadrotors.orReference(request).quadrotors().get(0);
    LaneNetwork network = LaneNetwork.mlp(model.description().group("privileged").size(), WIDTH, 4);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        AnalyticTrainer trainer =
            new AnalyticTrainer(
                lab.device(),
                lab.lanes(),
                model,
                "privileged",
                network,
                1,
                WINDOW,
                (member, random, out) ->
                    model.fill(quadrotor, quadrotor.initPosition(), random, out),
                Optional.empty(),
                seed);
        FlightProgram flight =
            new FlightProgram(lab.device(), lab.lanes(), model, "privileged", network, PROOF)) {
      flight.parameters(parameters(model, quadrotor, seed));
      return untilItHovers(trainer, flight, seed, console);
    }
  }

  private static float[] parameters(QuadrotorModel model, QuadrotorParameters q, long seed) {
    int rows = model.description().parameterRows();
    float[] one = new float[rows];
    float[] all = new float[rows * PROOF];
    for (int e = 0; e < PROOF; e++) {
      model.fill(q, q.initPosition(), new Philox(seed, e, 0, 0, 44), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    return all;
  }

  // a glance at 100 episodes, and 1000 fresh ones as proof
  private static Map<String, Object> untilItHovers(
      AnalyticTrainer trainer, FlightProgram flight, long seed, Console console) {
    double proof = 0;
    while (trainer.updates() < WINDOW.updates()) {
      for (int i = 0; i < BETWEEN_FLIGHTS; i++) {
        trainer.update();
      }
      flight.weights(trainer.weights());
      double glance = flight.fly(seed, 1).meanLength(0, GLANCE);
      console.say(
          String.format(
              "%.2f s: update %d, length %.1f", ProcessClock.seconds(), trainer.updates(), glance));
      if (glance >= LENGTH) {
        proof = flight.fly(seed, 2).meanLength();
        if (proof >= LENGTH) {
          break;
        }
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    boolean reached = proof >= LENGTH;
    if (reached) {
      values.put("secondsToLength490", ProcessClock.seconds());
    }
    values.put("reached", reached);
    values.put("length", proof);
    values.put("updates", trainer.updates());
    return values;
  }
}
