package eyas.policies.rollout;

/**
 * The experience of one iteration; every array is (steps, environments[, features]) row-major and
 * is written over by the next iteration. Not thread-safe.
 */
public final class RolloutBuffer {
  private final int steps;
  private final int environments;
  private final int actorInputs;
  private final int criticInputs;
  private final int actions;
  private final float[] actorRows;
  private final float[] criticRows;
  private final float[] actionRows;
  private final float[] meanRows;
  private final float[] logProbabilities;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final TerminalStates terminals;

  /** Creates a buffer of the given shape. */
  public RolloutBuffer(
      int steps, int environments, int actorInputs, int criticInputs, int actions) {
    this.steps = steps;
    this.environments = environments;
    this.actorInputs = actorInputs;
    this.criticInputs = criticInputs;
    this.actions = actions;
    int samples = steps * environments;
    actorRows = new float[samples * actorInputs];
    // one more step: the critic also judges the state after the last action
    criticRows = new float[(samples + environments) * criticInputs];
    actionRows = new float[samples * actions];
    meanRows = new float[samples * actions];
    logProbabilities = new float[samples];
    rewards = new float[samples];
    terminated = new boolean[samples];
    truncated = new boolean[samples];
    terminals = new TerminalStates(criticInputs);
  }

  /** Returns the number of samples, steps times environments. */
  public int samples() {
    return steps * environments;
  }

  /** Returns the number of steps. */
  public int steps() {
    return steps;
  }

  /** Returns the number of environments. */
  public int environments() {
    return environments;
  }

  /** Returns the number of the policy's inputs. */
  public int actorInputs() {
    return actorInputs;
  }

  /** Returns the number of the critic's inputs. */
  public int criticInputs() {
    return criticInputs;
  }

  /** Returns the number of actions. */
  public int actions() {
    return actions;
  }

  /** Returns the policy's normalised inputs. */
  public float[] actorRows() {
    return actorRows;
  }

  /** Returns the critic's normalised inputs; one step more than the others. */
  public float[] criticRows() {
    return criticRows;
  }

  /** Returns the actions taken. */
  public float[] actionRows() {
    return actionRows;
  }

  /** Returns the mean actions. */
  public float[] meanRows() {
    return meanRows;
  }

  /** Returns the log-probabilities of the actions taken. */
  public float[] logProbabilities() {
    return logProbabilities;
  }

  /** Returns the rewards. */
  public float[] rewards() {
    return rewards;
  }

  /** Returns which steps failed. */
  public boolean[] terminated() {
    return terminated;
  }

  /** Returns which steps reached the end of time. */
  public boolean[] truncated() {
    return truncated;
  }

  /** Returns the states in which episodes were truncated, before the reset. */
  public TerminalStates terminals() {
    return terminals;
  }
}
