package eyas.policies.rollout;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.checkpoint.WorldState;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldFaultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps a world with a stochastic policy and records what happens. States in which an episode was
 * truncated are recorded before the reset, so that their value can stand for the future.
 */
public final class RolloutCollector {
  private final World world;
  private final String actorGroup;
  private final String criticGroup;
  private final ObservationNormaliser actorNormaliser;
  private final ObservationNormaliser criticNormaliser;
  private final GaussianNoise noise;
  private final EpisodeStatistics episodes;
  private final float[] actorNow;
  private final float[] criticNow;
  private final double[] termSums;
  private double secondsInWorld;

  /** What is observed by whom and normalised how. */
  public record Observer(String group, ObservationNormaliser normaliser) {}

  /** Creates a collector; the world must have been reset. */
  public RolloutCollector(
      World world,
      Observer actor,
      Observer critic,
      GaussianNoise noise,
      EpisodeStatistics episodes) {
    this.world = world;
    this.actorGroup = actor.group();
    this.criticGroup = critic.group();
    this.actorNormaliser = actor.normaliser();
    this.criticNormaliser = critic.normaliser();
    this.noise = noise;
    this.episodes = episodes;
    TaskDescription task = world.description();
    actorNow = new float[world.environments() * task.group(actorGroup).size()];
    criticNow = new float[world.environments() * task.group(criticGroup).size()];
    termSums = new double[task.rewardTerms().size()];
    observe();
  }

  /** Merges the present observations into the normalisers. */
  public void learnPresent() {
    actorNormaliser.learn(actorNow);
    criticNormaliser.learn(criticNow);
  }

  /**
   * Fills a buffer. A number that was not finite ends in a {@link WorldFaultException}.
   *
   * @param actor the policy
   * @param iteration keys the noise
   * @param buffer written over
   * @param raw keeps raw observations for the normalisers
   */
  public void collect(Actor actor, long iteration, RolloutBuffer buffer, RawObservations raw) {
    int n = buffer.environments();
    float[] deviation = actor.deviation();
    float[] rows = new float[actorNow.length];
    float[] means = new float[n * buffer.actions()];
    float[] actions = new float[means.length];
    float[] logs = new float[n];
    java.util.Arrays.fill(termSums, 0);
    buffer.terminals().clear();
    secondsInWorld = 0;
    for (int t = 0; t < buffer.steps(); t++) {
      // act on what is seen now
      raw.put(t, actorNow, criticNow);
      actorNormaliser.apply(actorNow, rows, 0);
      criticNormaliser.apply(criticNow, buffer.criticRows(), t * criticNow.length);
      actor.means(rows, means);
      noise.draw(iteration, t, means, deviation, actions, logs);
      System.arraycopy(rows, 0, buffer.actorRows(), t * rows.length, rows.length);
      System.arraycopy(means, 0, buffer.meanRows(), t * means.length, means.length);
      System.arraycopy(actions, 0, buffer.actionRows(), t * actions.length, actions.length);
      System.arraycopy(logs, 0, buffer.logProbabilities(), t * n, n);
      long start = System.nanoTime();
      step(t, actions, buffer);
      secondsInWorld += (System.nanoTime() - start) * 1e-9;
    }
    WorldFaultException.check(world);
    criticNormaliser.apply(criticNow, buffer.criticRows(), buffer.steps() * criticNow.length);
  }

  private void step(int t, float[] actions, RolloutBuffer buffer) {
    int n = buffer.environments();
    float[] rewards = new float[n];
    boolean[] terminated = new boolean[n];
    boolean[] truncated = new boolean[n];
    boolean[] completed = new boolean[n];
    world.step(actions);
    world.rewards(rewards);
    world.terminated(terminated);
    world.truncated(truncated);
    world.completed(completed);
    addTerms();
    episodes.add(rewards, terminated, either(truncated, completed));
    System.arraycopy(rewards, 0, buffer.rewards(), t * n, n);
    // nothing comes after a completed episode, as after a failed one
    System.arraycopy(either(terminated, completed), 0, buffer.terminated(), t * n, n);
    System.arraycopy(truncated, 0, buffer.truncated(), t * n, n);
    keepTerminals(t, terminated, truncated, buffer);
    world.resetFinished();
    observe();
  }

  private static boolean[] either(boolean[] first, boolean[] second) {
    boolean[] any = first.clone();
    for (int e = 0; e < any.length; e++) {
      any[e] |= second[e];
    }
    return any;
  }

  private void keepTerminals(
      int t, boolean[] terminated, boolean[] truncated, RolloutBuffer buffer) {
    float[] rows = new float[0];
    for (int e = 0; e < truncated.length; e++) {
      if (truncated[e] && !terminated[e]) {
        if (rows.length == 0) {
          // the world has not reset yet: this is the state that the last action led to
          world.observe(criticGroup, criticNow);
          rows = new float[criticNow.length];
          criticNormaliser.apply(criticNow, rows, 0);
        }
        buffer.terminals().add(t * truncated.length + e, rows, e);
      }
    }
  }

  private void addTerms() {
    float[] terms = new float[termSums.length];
    world.rewardTerms(terms);
    for (int i = 0; i < terms.length; i++) {
      termSums[i] += terms[i];
    }
  }

  private void observe() {
    world.observe(actorGroup, actorNow);
    world.observe(criticGroup, criticNow);
  }

  /** Returns the time the last collection spent in the world [s]. */
  public double secondsInWorld() {
    return secondsInWorld;
  }

  /** Returns the mean of each reward term over the last collection, per environment step. */
  public Map<String, Double> meanTerms(int samples) {
    Map<String, Double> means = new LinkedHashMap<>();
    List<String> names = world.description().rewardTerms();
    for (int i = 0; i < termSums.length; i++) {
      means.put(names.get(i), termSums[i] / samples);
    }
    return means;
  }

  /** Writes the world and what is seen of it. */
  public void save(CheckpointWriter writer) {
    WorldState.save(writer.within("world"), world.save());
    writer.floats("actor-now", actorNow);
    writer.floats("critic-now", criticNow);
    episodes.save(writer.within("episodes"));
  }

  /** Continues from a saved world. */
  public void restore(CheckpointReader reader) {
    float[] actor = reader.floats("actor-now", actorNow.length);
    float[] critic = reader.floats("critic-now", criticNow.length);
    world.restore(WorldState.restore(reader.within("world")));
    System.arraycopy(actor, 0, actorNow, 0, actor.length);
    System.arraycopy(critic, 0, criticNow, 0, critic.length);
    episodes.restore(reader.within("episodes"));
  }
}
