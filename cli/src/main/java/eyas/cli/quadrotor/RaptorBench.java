package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code bench raptor}: time from the start of the process until a student that began from nothing
 * beats the released RAPTOR policy on return, length and terminated flights, on its own training
 * quadrotors, which the student never trains on.
 */
final class RaptorBench implements TaskAction {
  // the released policy in the reference simulator: 1000 quadrotors x 10 episodes
  private static final double RETURN = 639.5;
  private static final double LENGTH = 482.5;
  private static final double TERMINATED = 0.0433;

  private static final AnalyticConfig WINDOW =
      new AnalyticConfig(64, 128, 4000, 5e-3, 0.05, 1, 1000);
  private static final int BETWEEN_FLIGHTS = 100;
  private static final int EPISODES = 10;

  @Override
  public String name() {
    return "bench raptor";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    GivenQuadrotors given = GivenQuadrotors.orReference(request);
    QuadrotorSet set = QuadrotorSet.of(given.name(), model, given.quadrotors(), 1);
    long seed = request.options().seed().orElse(1);
    LaneNetwork network = LaneNetwork.gru(model.description().group("onboard").size(), 16, 4);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        FlightProgram flight =
            new FlightProgram(lab.device(), lab.lanes(), model, "onboard", network, set.count());
        AnalyticTrainer trainer =
            new AnalyticTrainer(
                lab.device(),
                lab.lanes(),
                model,
                "onboard",
                network,
                1,
                WINDOW,
                (member, random, out) -> model.sampleParameters(random, out),
                Optional.empty(),
                seed)) {
      flight.parameters(set.parameters());
      return train(trainer, flight, console);
    }
  }

  private static ActionResult train(
      AnalyticTrainer trainer, FlightProgram flight, Console console) {
    while (trainer.updates() < WINDOW.updates()) {
      for (int i = 0; i < BETWEEN_FLIGHTS; i++) {
        trainer.update();
      }
      flight.weights(trainer.weights());
      FlightRecord glance = flight.fly(1, 0);
      console.say(line(trainer, glance));
      if (beats(glance.meanReturn(), glance.meanLength(), glance.failedShare())) {
        double[] sure = confirm(flight);
        if (beats(sure[0], sure[1], sure[2])) {
          return result(trainer, sure, true);
        }
      }
    }
    return result(trainer, confirm(flight), false);
  }

  private static boolean beats(double value, double length, double terminated) {
    return value > RETURN && length > LENGTH && terminated < TERMINATED;
  }

  private static double[] confirm(FlightProgram flight) {
    double[] mean = new double[3];
    for (int episode = 1; episode <= EPISODES; episode++) {
      FlightRecord record = flight.fly(1, episode);
      mean[0] += record.meanReturn() / EPISODES;
      mean[1] += record.meanLength() / EPISODES;
      mean[2] += record.failedShare() / EPISODES;
    }
    return mean;
  }

  private static String line(AnalyticTrainer trainer, FlightRecord record) {
    return String.format(
        "%.1f s: update %d, return %.1f, length %.1f, terminated %.2f %%",
        ProcessClock.seconds(),
        trainer.updates(),
        record.meanReturn(),
        record.meanLength(),
        100 * record.failedShare());
  }

  private static ActionResult result(AnalyticTrainer trainer, double[] mean, boolean beaten) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("beaten", beaten);
    values.put("secondsToBeatRaptor", ProcessClock.seconds());
    values.put("updates", trainer.updates());
    values.put("samples", trainer.samples());
    values.put("return", mean[0]);
    values.put("length", mean[1]);
    values.put("terminatedFraction", mean[2]);
    return ActionResult.of(values);
  }
}
