package eyas.policies.evaluate;

import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldFaultException;

/**
 * Flies policies through whole episodes of a world. Starts and random numbers depend on the seed
 * only, so that every policy meets the same ones.
 */
public final class Flight {
  /** Name of the group with the true position error. */
  public static final String TRUTH = "privileged";

  /** Name of the position error in every group. */
  public static final String POSITION = "position";

  private static final double STEADY_TIME = 2.5;

  private final World world;
  private final float[] parameters;
  private final TermColumns position;
  private final float[] truth;
  private final float[] rewards;
  private final boolean[] failed;

  /**
   * Prepares flights.
   *
   * @param world flies; its parameters are replaced
   * @param parameters (environments, parameter rows)
   */
  public Flight(World world, float[] parameters) {
    this.world = world;
    this.parameters = parameters.clone();
    this.position = TermColumns.of(world.description(), TRUTH, POSITION);
    this.truth = new float[world.environments() * position.stride()];
    this.rewards = new float[world.environments()];
    this.failed = new boolean[world.environments()];
  }

  /**
   * Flies one episode in every environment. A number that was not finite ends in a {@link
   * WorldFaultException}.
   *
   * @param policy flies
   * @param filter changes what the policy sees
   * @param seed fixes starts and disturbances
   */
  public FlightMetrics fly(FlightPolicy policy, ObservationFilter filter, long seed) {
    int environments = world.environments();
    int steps = world.description().episodeSteps();
    float[] observations = new float[environments * groupSize(policy)];
    float[] actions = new float[environments * world.description().actions().size()];
    FlightMetrics metrics =
        new FlightMetrics(environments, steps, steadySteps(world.description()));
    start(world, parameters, seed);
    policy.start(environments);
    for (int step = 0; step < steps && !metrics.allEnded(); step++) {
      world.observe(policy.group(), observations);
      filter.apply(step, observations);
      policy.act(observations, actions);
      world.step(actions);
      record(metrics);
      policy.forget(failed);
      world.resetFinished();
    }
    WorldFaultException.check(world);
    return metrics;
  }

  /** Starts an episode in every environment of a world with given parameters. */
  static void start(World world, float[] parameters, long seed) {
    world.reset(seed);
    world.setParameters(parameters);
    world.resetAll();
  }

  /** Returns the number of last steps over which the position error is averaged. */
  static int steadySteps(TaskDescription task) {
    int steady = (int) Math.round(STEADY_TIME / task.controlPeriod());
    return Math.min(steady, task.episodeSteps());
  }

  private int groupSize(FlightPolicy policy) {
    return world.description().group(policy.group()).size();
  }

  private void record(FlightMetrics metrics) {
    world.rewards(rewards);
    world.terminated(failed);
    world.observe(TRUTH, truth);
    for (int e = 0; e < failed.length; e++) {
      metrics.record(e, rewards[e], position.length(truth, e), failed[e]);
    }
  }
}
