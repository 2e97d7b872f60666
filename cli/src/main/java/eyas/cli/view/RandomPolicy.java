package eyas.cli.view;

import eyas.policies.evaluate.FlightPolicy;
import eyas.sim.task.TaskDescription;
import java.util.Random;

/** Draws every action anew from -1 to 1; looks at nothing. */
public final class RandomPolicy implements FlightPolicy {
  private final String group;
  private final Random random;

  /**
   * Creates the policy.
   *
   * @param task the task
   * @param seed of the actions
   */
  public RandomPolicy(TaskDescription task, long seed) {
    this.group = task.groups().get(0).name();
    this.random = new Random(seed);
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public void start(int environments) {
    // it remembers nothing
  }

  @Override
  public void forget(boolean[] ended) {
    // it remembers nothing
  }

  @Override
  public void act(float[] observations, float[] actions) {
    for (int i = 0; i < actions.length; i++) {
      actions[i] = 2 * random.nextFloat() - 1;
    }
  }
}
