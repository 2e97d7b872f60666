package eyas.sim.task;

import eyas.sim.random.Philox;
import java.util.Arrays;

/**
 * A world in plain Java, for dynamics of a few lines: keeps the state, ages and episodes of its
 * environments; how an episode starts and how an environment moves is the subclass's. Episodes end
 * when they are as long as the description says, or by failure. Such a world has no parameters.
 */
public abstract class HostWorld implements World {
  private final int environments;
  private final int values;
  private final int longest;
  private final float[] state;
  private final float[] rewards;
  private final float[] terms;
  private final int[] ages;
  private final int[] episodes;
  private long seed;

  /**
   * Creates the world; nothing is drawn before {@link #reset}.
   *
   * @param environments number of environments
   * @param values numbers of the state of one environment
   * @param longest steps of an episode that nothing else ends
   * @param terms number of reward terms
   */
  protected HostWorld(int environments, int values, int longest, int terms) {
    this.environments = environments;
    this.values = values;
    this.longest = longest;
    this.terms = new float[terms];
    state = new float[values * environments];
    rewards = new float[environments];
    ages = new int[environments];
    episodes = new int[environments];
  }

  /**
   * Sets every value of an environment to the start of an episode.
   *
   * @param e the environment
   * @param random of this episode alone
   */
  protected abstract void start(int e, Philox random);

  /**
   * Advances an environment by one control period and returns its reward.
   *
   * @param e the environment
   * @param actions (environments, actions), not modified
   */
  protected abstract float move(int e, float[] actions);

  /** Returns whether the last step ended the episode by failure. */
  protected boolean failed(int e) {
    return false;
  }

  /** Returns a value of the state of an environment. */
  protected final float value(int e, int index) {
    return state[e * values + index];
  }

  /** Sets a value of the state of an environment. */
  protected final void value(int e, int index, double value) {
    state[e * values + index] = (float) value;
  }

  /** Returns the steps of the running episode. */
  protected final int age(int e) {
    return ages[e];
  }

  /** Adds an environment's part to the sum of a reward term. */
  protected final void addTerm(int term, float value) {
    terms[term] += value;
  }

  @Override
  public final int environments() {
    return environments;
  }

  @Override
  public final void reset(long newSeed) {
    seed = newSeed;
    for (int e = 0; e < environments; e++) {
      begin(e, 0);
      // staggered, so that episodes do not all end together
      ages[e] = e % longest;
    }
  }

  private void begin(int e, int episode) {
    ages[e] = 0;
    episodes[e] = episode;
    start(e, new Philox(seed, e, episode, 0, 1));
  }

  @Override
  public final void setParameters(float[] parameters) {
    throw new IllegalStateException(
        "The world `" + description().name() + "` has no parameters; do not set any.");
  }

  @Override
  public final void resetAll() {
    for (int e = 0; e < environments; e++) {
      begin(e, episodes[e] + 1);
    }
  }

  @Override
  public final void step(float[] actions) {
    Arrays.fill(terms, 0);
    for (int e = 0; e < environments; e++) {
      ages[e]++;
      rewards[e] = move(e, actions);
    }
  }

  @Override
  public final void rewards(float[] out) {
    System.arraycopy(rewards, 0, out, 0, environments);
  }

  @Override
  public final void terminated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = failed(e);
    }
  }

  @Override
  public final void truncated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = ages[e] >= longest;
    }
  }

  @Override
  public final void rewardTerms(float[] out) {
    System.arraycopy(terms, 0, out, 0, terms.length);
  }

  @Override
  public final void resetFinished() {
    for (int e = 0; e < environments; e++) {
      if (failed(e) || ages[e] >= longest) {
        begin(e, episodes[e] + 1);
      }
    }
  }

  @Override
  public final WorldSnapshot save() {
    int[] counters = Arrays.copyOf(ages, 2 * environments);
    System.arraycopy(episodes, 0, counters, environments, environments);
    return new WorldSnapshot(seed, state.clone(), new float[environments], counters);
  }

  @Override
  public final void restore(WorldSnapshot snapshot) {
    seed = snapshot.seed();
    System.arraycopy(snapshot.state(), 0, state, 0, state.length);
    System.arraycopy(snapshot.counters(), 0, ages, 0, environments);
    System.arraycopy(snapshot.counters(), environments, episodes, 0, environments);
  }

  @Override
  public void close() {
    // plain arrays: nothing to release
  }
}
