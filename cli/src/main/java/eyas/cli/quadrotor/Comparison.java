package eyas.cli.quadrotor;

import eyas.policies.evaluate.EvaluationReport;
import eyas.policies.evaluate.EvaluationSettings;
import eyas.policies.evaluate.Evaluator;
import eyas.policies.evaluate.Pilot;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.List;
import java.util.function.Function;

/**
 * A comparison of policies on the same quadrotors, starts and random numbers.
 *
 * @param preset preset of the task
 * @param overrides overrides of the preset
 * @param settings how much is flown
 */
record Comparison(String preset, List<String> overrides, EvaluationSettings settings) {
  /** Flies all contestants over a set of quadrotors. */
  EvaluationReport fly(
      QuadrotorLab lab,
      List<Contestant> contestants,
      Function<QuadrotorModel, QuadrotorSet> choose) {
    QuadrotorSet set = choose.apply(model(lab));
    try (QuadrotorWorlds worlds = worlds(lab, set.count())) {
      List<Pilot> pilots =
          contestants.stream().map(c -> worlds.pilot(c.policy(), c.action())).toList();
      return new Evaluator(set, settings).evaluate(pilots);
    }
  }

  private QuadrotorModel model(QuadrotorLab lab) {
    try (QuadrotorWorlds worlds = worlds(lab, 1)) {
      return worlds.model("motors");
    }
  }

  private QuadrotorWorlds worlds(QuadrotorLab lab, int environments) {
    return new QuadrotorWorlds(lab.device(), lab.lanes(), preset, overrides, environments);
  }
}
