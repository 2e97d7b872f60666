package eyas.policies.evaluate;

import eyas.sim.task.World;
import java.util.ArrayList;
import java.util.List;

/** Compares policies on the same quadrotors, starts and random numbers. */
public final class Evaluator {
  private final QuadrotorSet set;
  private final EvaluationSettings settings;

  /** Prepares an evaluation of a set of quadrotors. */
  public Evaluator(QuadrotorSet set, EvaluationSettings settings) {
    this.set = set;
    this.settings = settings;
  }

  /**
   * Flies all policies one after another; the worlds are not closed.
   *
   * @param pilots policies with distinct names, each with its world
   */
  public EvaluationReport evaluate(List<Pilot> pilots) {
    List<PolicyScores> scores = new ArrayList<>();
    for (Pilot pilot : pilots) {
      scores.add(score(pilot));
    }
    return EvaluationReport.of(set, settings, scores);
  }

  /** Flies one policy. */
  public PolicyScores score(Pilot pilot) {
    checkSize(pilot.position());
    checkSize(pilot.figureEight());
    PolicyFlights flights = pilot.flights(set.parameters());
    List<FigureEightScore> eights = new ArrayList<>();
    if (settings.figureEight()) {
      eights.add(flights.figureEight(FigureEight.SLOW, settings.seed()));
      eights.add(flights.figureEight(FigureEight.FAST, settings.seed()));
    }
    return new PolicyScores(pilot.policy().name(), episodes(flights), eights);
  }

  private EpisodeScores episodes(PolicyFlights flights) {
    EpisodeScores scores = EpisodeScores.empty(set.count(), settings.episodes());
    for (int episode = 0; episode < settings.episodes(); episode++) {
      scores.fill(episode, flights.episode(settings.episodeSeed(episode)));
    }
    return scores;
  }

  private void checkSize(World world) {
    if (world.environments() != set.count()) {
      throw new EvaluationException(
          "A world of %d environments cannot fly quadrotor set '%s' of %d; give one for each."
              .formatted(world.environments(), set.name(), set.count()));
    }
  }
}
