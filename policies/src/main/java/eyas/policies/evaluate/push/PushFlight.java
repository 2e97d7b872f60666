package eyas.policies.evaluate.push;

import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.TermColumns;
import eyas.policies.rollout.ImageRows;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldFaultException;
import eyas.sim.task.egopush.EgoPushConfig;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a policy push through one whole episode in every environment of a world. Starts depend on
 * the seed only, so that every policy meets the same ones.
 */
public final class PushFlight {
  private static final String TRUTH = "critic";

  private final World world;
  private final int boxes;
  private final double radius;
  private final int environments;
  private final TermColumns position;
  private final TermColumns stage;
  private final float[] truth;
  private final PushEpisode[] done;
  private final double[] travel;
  private final float[] last;

  /**
   * Prepares.
   *
   * @param world of the task EgoPush
   * @param config the preset of the world
   */
  public PushFlight(World world, EgoPushConfig config) {
    this.world = world;
    this.boxes = config.slots().size();
    this.radius = config.end().radius();
    this.environments = world.environments();
    TaskDescription task = world.description();
    this.position = TermColumns.of(task, TRUTH, "robot-position");
    this.stage = TermColumns.of(task, TRUTH, "stage");
    this.truth = new float[environments * position.stride()];
    this.done = new PushEpisode[environments];
    this.travel = new double[environments];
    this.last = new float[2 * environments];
  }

  /** Runs one episode in every environment; throws where a number was not finite. */
  public PushScores run(FlightPolicy policy, long seed) {
    int size = world.description().group(policy.group()).size();
    return run(policy, size, rows -> world.observe(policy.group(), rows), seed);
  }

  /**
   * Runs a policy that sees pictures, with its observation group behind them.
   *
   * @param images what the cameras of this world see
   */
  public PushScores run(FlightPolicy policy, ImageObservations images, long seed) {
    images.forget();
    ImageRows rows = new ImageRows(world, images, policy.group());
    return run(policy, rows.size(), rows::look, seed);
  }

  private PushScores run(FlightPolicy policy, int size, Consumer<float[]> sight, long seed) {
    float[] observations = new float[environments * size];
    float[] actions = new float[environments * world.description().actions().size()];
    Arrays.fill(done, null);
    world.reset(seed);
    policy.start(environments);
    remember();
    Arrays.fill(travel, 0);
    int left = environments;
    for (int step = 1; left > 0; step++) {
      sight.accept(observations);
      policy.act(observations, actions);
      world.step(actions);
      left -= record(step, policy);
      world.resetFinished();
    }
    WorldFaultException.check(world);
    return new PushScores(policy.name(), List.of(done));
  }

  // takes down what the step did, and returns how many first episodes ended in it
  private int record(int step, FlightPolicy policy) {
    boolean[] failed = new boolean[environments];
    boolean[] completed = new boolean[environments];
    boolean[] late = new boolean[environments];
    world.terminated(failed);
    world.completed(completed);
    world.truncated(late);
    int ended = 0;
    remember();
    for (int e = 0; e < environments; e++) {
      failed[e] = failed[e] || completed[e] || late[e];
      if (failed[e] && done[e] == null) {
        done[e] = episode(e, step, completed[e]);
        ended++;
      }
    }
    policy.forget(failed);
    return ended;
  }

  // the path grows by what the robot moved since the last look
  private void remember() {
    world.observe(TRUTH, truth);
    for (int e = 0; e < environments; e++) {
      float x = truth[e * position.stride() + position.first()];
      float y = truth[e * position.stride() + position.first() + 1];
      travel[e] += Math.hypot(x - last[2 * e], y - last[2 * e + 1]);
      last[2 * e] = x;
      last[2 * e + 1] = y;
    }
  }

  private PushEpisode episode(int e, int step, boolean completed) {
    int at = e * stage.stride() + stage.first();
    int placed = Math.round(truth[at + 2] * boxes);
    PushEnd end = completed ? PushEnd.SUCCESS : end(e, truth[at + 1]);
    return new PushEpisode(end, placed, placed == boxes, step, travel[e]);
  }

  private PushEnd end(int e, float timeLeft) {
    if (Math.hypot(last[2 * e], last[2 * e + 1]) > radius) {
      return PushEnd.OUT_OF_BOUNDS;
    }
    return timeLeft <= 0 ? PushEnd.OUT_OF_TIME : PushEnd.HIT;
  }
}
