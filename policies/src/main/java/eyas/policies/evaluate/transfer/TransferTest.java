package eyas.policies.evaluate.transfer;

import eyas.policies.evaluate.EpisodeScores;
import eyas.policies.evaluate.EvaluationException;
import eyas.policies.evaluate.Flight;
import eyas.policies.evaluate.FlightMetrics;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Flies the same quadrotors, starts, seeds and perturbations in the training engine and in a second
 * one, with the same observation code. Delays act only in worlds whose preset has delays.
 */
public final class TransferTest {
  private final World training;
  private final World second;
  private final QuadrotorSet set;
  private final GateSettings settings;

  /**
   * Prepares the test.
   *
   * @param training world with the training engine, one environment for each quadrotor
   * @param second the same task with the second engine
   * @param set quadrotors
   * @param settings thresholds and perturbations
   */
  public TransferTest(World training, World second, QuadrotorSet set, GateSettings settings) {
    if (training.environments() != set.count() || second.environments() != set.count()) {
      throw new EvaluationException(
          "The transfer test needs worlds of %d environments, but they have %d and %d."
              .formatted(set.count(), training.environments(), second.environments()));
    }
    this.training = training;
    this.second = second;
    this.set = set;
    this.settings = settings;
  }

  /** Flies the policy in both engines. */
  public TransferReport test(FlightPolicy policy) {
    List<Perturbation> all = new ArrayList<>();
    List<Boolean> inTraining = new ArrayList<>();
    List<Boolean> inSecond = new ArrayList<>();
    for (int episode = 0; episode < settings.episodes(); episode++) {
      List<Perturbation> perturbations = draw(episode);
      all.addAll(perturbations);
      inTraining.addAll(fly(training, policy, perturbations, episode));
      inSecond.addAll(fly(second, policy, perturbations, episode));
    }
    return TransferReport.of(
        policy.name(), settings, new TransferFlights(all, inTraining, inSecond));
  }

  private List<Perturbation> draw(int episode) {
    return IntStream.range(0, set.count())
        .mapToObj(q -> Perturbation.draw(settings.perturbations(), settings.seed(), q, episode))
        .toList();
  }

  private List<Boolean> fly(
      World world, FlightPolicy policy, List<Perturbation> perturbations, int episode) {
    TaskDescription task = world.description();
    float[] rows = set.parameters().clone();
    for (int q = 0; q < set.count(); q++) {
      perturbations.get(q).apply(rows, q * QuadrotorLayout.PARAMETER_ROWS, task.controlPeriod());
    }
    int steps = settings.perturbations().dropOutSteps();
    SensorFault fault =
        new SensorFault(task, policy.group(), perturbations, steps, settings.seed(), episode);
    FlightMetrics metrics = new Flight(world, rows).fly(policy, fault, settings.seed() + episode);
    return IntStream.range(0, set.count())
        .mapToObj(q -> EpisodeScores.succeeded(metrics, q))
        .toList();
  }
}
