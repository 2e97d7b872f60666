package eyas.policies.ppo;

import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldSnapshot;
import java.util.List;
import java.util.Optional;

/** Point masses on a line that should come to rest at 0: a small world on plain arrays. */
public final class PointMassWorld implements World {
  public static final int EPISODE = 60;
  private static final float PERIOD = 0.1f;
  private static final float EDGE = 3;

  private final int environments;
  private final float[] position;
  private final float[] velocity;
  private final float[] rewards;
  private final float[] terms = new float[2];
  private final int[] ages;
  private final int[] episodes;
  private long seed;
  private Optional<WorldFault> fault = Optional.empty();

  public PointMassWorld(int environments) {
    this.environments = environments;
    position = new float[environments];
    velocity = new float[environments];
    rewards = new float[environments];
    ages = new int[environments];
    episodes = new int[environments];
  }

  /** Pretends that a number was not finite. */
  public void breakDown(WorldFault given) {
    fault = Optional.of(given);
  }

  @Override
  public Optional<WorldFault> fault() {
    return fault;
  }

  @Override
  public TaskDescription description() {
    List<ObservationTerm> terms =
        List.of(
            new ObservationTerm("position", 1, "m", "world"),
            new ObservationTerm("linear-velocity", 1, "m/s", "world"));
    List<ObservationTerm> critic =
        List.of(terms.get(0), terms.get(1), new ObservationTerm("time-left", 1, "s", "none"));
    return new TaskDescription(
        "point-mass",
        "point",
        PERIOD,
        EPISODE,
        List.of("force"),
        List.of(
            new ObservationGroup.Privileged("privileged", terms),
            new ObservationGroup.Privileged("critic", critic)),
        List.of("position", "force"),
        2,
        1,
        false);
  }

  @Override
  public int environments() {
    return environments;
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    for (int e = 0; e < environments; e++) {
      begin(e, 0);
      // staggered, so that episodes do not all end together
      ages[e] = e % EPISODE;
    }
  }

  private void begin(int e, int episode) {
    Philox random = new Philox(seed, e, episode, 0, 1);
    position[e] = (float) random.uniform(-2, 2);
    velocity[e] = (float) random.uniform(-1, 1);
    ages[e] = 0;
    episodes[e] = episode;
  }

  @Override
  public void setParameters(float[] parameters) {
    throw new IllegalStateException("The point mass has no parameters.");
  }

  @Override
  public void resetAll() {
    for (int e = 0; e < environments; e++) {
      begin(e, episodes[e] + 1);
    }
  }

  @Override
  public void step(float[] actions) {
    terms[0] = 0;
    terms[1] = 0;
    for (int e = 0; e < environments; e++) {
      float force = Math.max(-3, Math.min(3, actions[e]));
      velocity[e] += PERIOD * force;
      position[e] += PERIOD * velocity[e];
      ages[e]++;
      float nearness = 1 - Math.abs(position[e]);
      float effort = -0.02f * force * force;
      terms[0] += nearness;
      terms[1] += effort;
      rewards[e] = nearness + effort;
    }
  }

  @Override
  public void observe(String group, float[] out) {
    int width = description().group(group).size();
    for (int e = 0; e < environments; e++) {
      out[e * width] = position[e];
      out[e * width + 1] = velocity[e];
      if (width == 3) {
        out[e * width + 2] = (EPISODE - ages[e]) * PERIOD;
      }
    }
  }

  @Override
  public void rewards(float[] out) {
    System.arraycopy(rewards, 0, out, 0, environments);
  }

  @Override
  public void terminated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = Math.abs(position[e]) > EDGE;
    }
  }

  @Override
  public void truncated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = ages[e] >= EPISODE;
    }
  }

  @Override
  public void rewardTerms(float[] out) {
    System.arraycopy(terms, 0, out, 0, 2);
  }

  @Override
  public void resetFinished() {
    for (int e = 0; e < environments; e++) {
      if (Math.abs(position[e]) > EDGE || ages[e] >= EPISODE) {
        begin(e, episodes[e] + 1);
      }
    }
  }

  @Override
  public WorldSnapshot save() {
    float[] state = new float[2 * environments];
    int[] counters = new int[2 * environments];
    System.arraycopy(position, 0, state, 0, environments);
    System.arraycopy(velocity, 0, state, environments, environments);
    System.arraycopy(ages, 0, counters, 0, environments);
    System.arraycopy(episodes, 0, counters, environments, environments);
    return new WorldSnapshot(seed, state, new float[environments], counters);
  }

  @Override
  public void restore(WorldSnapshot snapshot) {
    seed = snapshot.seed();
    System.arraycopy(snapshot.state(), 0, position, 0, environments);
    System.arraycopy(snapshot.state(), environments, velocity, 0, environments);
    System.arraycopy(snapshot.counters(), 0, ages, 0, environments);
    System.arraycopy(snapshot.counters(), environments, episodes, 0, environments);
  }

  @Override
  public void close() {
    // plain arrays: nothing to release
  }
}
