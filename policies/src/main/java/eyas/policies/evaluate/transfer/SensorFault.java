package eyas.policies.evaluate.transfer;

import eyas.policies.evaluate.Batches;
import eyas.policies.evaluate.ObservationFilter;
import eyas.policies.evaluate.TermColumns;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskDescription;
import java.util.List;

/**
 * Adds noise to position, velocity and body rates, and holds position and velocity during
 * drop-outs. Random numbers depend on seed, environment, episode and step only, so that both
 * engines have the same faults. Mutable; serves one episode.
 */
final class SensorFault implements ObservationFilter {
  private static final int STREAM = 244;
  private static final double POSITION_NOISE = 0.01;
  private static final double VELOCITY_NOISE = 0.03;
  private static final double RATE_NOISE = 0.05;

  private final List<Perturbation> perturbations;
  private final int dropOutSteps;
  private final long seed;
  private final int episode;
  private final TermColumns position;
  private final TermColumns velocity;
  private final TermColumns rates;
  private final int[] until;
  private final float[] held;

  SensorFault(
      TaskDescription task,
      String group,
      List<Perturbation> perturbations,
      int dropOutSteps,
      long seed,
      int episode) {
    this.perturbations = perturbations;
    this.dropOutSteps = dropOutSteps;
    this.seed = seed;
    this.episode = episode;
    this.position = TermColumns.of(task, group, "position");
    this.velocity = TermColumns.of(task, group, "linear-velocity");
    this.rates = TermColumns.of(task, group, "body-rates");
    this.until = new int[perturbations.size()];
    this.held = new float[perturbations.size() * 6];
  }

  @Override
  public void apply(int step, float[] observations) {
    Batches.parallel(until.length, (part, from, to) -> apply(step, observations, from, to));
  }

  private void apply(int step, float[] observations, int from, int to) {
    for (int e = from; e < to; e++) {
      Perturbation perturbation = perturbations.get(e);
      Philox random = new Philox(seed, e, episode, step, STREAM);
      if (random.nextDouble() < perturbation.dropOut() && step >= until[e] && step > 0) {
        until[e] = step + dropOutSteps;
      }
      blur(observations, position, e, perturbation.noise() * POSITION_NOISE, random);
      blur(observations, velocity, e, perturbation.noise() * VELOCITY_NOISE, random);
      blur(observations, rates, e, perturbation.noise() * RATE_NOISE, random);
      hold(observations, e, step < until[e]);
    }
  }

  private static void blur(float[] o, TermColumns term, int e, double deviation, Philox random) {
    for (int i = 0; i < term.size(); i++) {
      o[term.index(e, i)] += (float) (deviation * random.nextGaussian());
    }
  }

  // during a drop-out the policy sees the last position and velocity before it
  private void hold(float[] observations, int e, boolean out) {
    for (int i = 0; i < 6; i++) {
      int index = i < 3 ? position.index(e, i) : velocity.index(e, i - 3);
      if (out) {
        observations[index] = held[6 * e + i];
      } else {
        held[6 * e + i] = observations[index];
      }
    }
  }
}
