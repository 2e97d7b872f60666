package eyas.cli.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.Console;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains one hover teacher of the first quadrotor (preset raptor, start set teacher) against the
 * clock.
 */
final class HoverTeacher {
  private static final int ANALYTIC_WIDTH = 32;
  private static final int PPO_WIDTH = 64;
  private static final int GLANCE = 100;
  private static final int PROOF = 1000;
  private static final double LENGTH = 490;

  private HoverTeacher() {}

  static Map<String, Object> train(ActionRequest request, Console console) {
    LearnerKind kind = learner(request);
    long seed = request.options().seed().orElse(1);
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    QuadrotorParameters quadrotor = GivenQuadrotors.orReference(request).quadrotors().get(0);
    int inputs = model.description().group("privileged").size();
    int width = kind == LearnerKind.PPO ? PPO_WIDTH : ANALYTIC_WIDTH;
    LaneNetwork network = LaneNetwork.mlp(inputs, width, 4);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        HoverLearner learner =
            switch (kind) {
              case ANALYTIC -> new HoverAnalytic(lab, model, network, quadrotor, seed);
              case PPO -> new HoverPpo(lab, network, quadrotor, seed);
            };
        FlightProgram flight =
            new FlightProgram(lab.device(), lab.lanes(), model, "privileged", network, PROOF)) {
      flight.parameters(parameters(model, quadrotor, seed));
      return untilItHovers(learner, flight, seed, console);
    }
  }

  /** Returns the learner that {@code --learner} asks for. */
  static LearnerKind learner(ActionRequest request) {
    return request.argument("learner").map(LearnerKind::option).orElse(LearnerKind.ANALYTIC);
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
      HoverLearner learner, FlightProgram flight, long seed, Console console) {
    double proof = 0;
    while (proof < LENGTH && !learner.finished()) {
      learner.learn();
      flight.weights(learner.weights());
      double glance = flight.fly(seed, 1).meanLength(0, GLANCE);
      console.say(
          String.format(
              "%.2f s: %s, length %.1f", ProcessClock.seconds(), learner.progress(), glance));
      if (glance >= LENGTH) {
        proof = flight.fly(seed, 2).meanLength();
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    boolean reached = proof >= LENGTH;
    if (reached) {
      values.put("secondsToLength490", ProcessClock.seconds());
    }
    values.put("reached", reached);
    values.put("length", proof);
    values.putAll(learner.progress());
    return values;
  }
}
