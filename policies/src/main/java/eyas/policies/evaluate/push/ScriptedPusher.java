package eyas.policies.evaluate.push;

import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.TermColumns;
import eyas.sim.task.TaskDescription;

/**
 * Pushes by rules, from the true state: drives behind the active box, and pushes it along a curve
 * that ends in the slot with a face of the box parallel to the anchor's. It shows that a tier can
 * be solved, and gives figures to compare learned policies with. It does not mind obstacles.
 */
public final class ScriptedPusher implements FlightPolicy {
  private final TermColumns active;
  private final TermColumns goal;
  private final TermColumns anchor;
  private final TermColumns heading;
  private final TermColumns stage;
  private final double speed;
  private final double turn;
  private PushPlan[] plans = {};

  /**
   * Creates the policy.
   *
   * @param task the task EgoPush
   * @param speed largest command [m/s]
   * @param turn largest command [rad/s]
   */
  public ScriptedPusher(TaskDescription task, double speed, double turn) {
    this.active = TermColumns.of(task, group(), "active-position");
    this.goal = TermColumns.of(task, group(), "goal-offset");
    this.anchor = TermColumns.of(task, group(), "anchor-position");
    this.heading = TermColumns.of(task, group(), "anchor-heading");
    this.stage = TermColumns.of(task, group(), "stage");
    this.speed = speed;
    this.turn = turn;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String group() {
    return "critic";
  }

  @Override
  public void start(int environments) {
    plans = new PushPlan[environments];
    for (int e = 0; e < environments; e++) {
      plans[e] = new PushPlan();
    }
  }

  @Override
  public void forget(boolean[] ended) {
    for (int e = 0; e < ended.length; e++) {
      if (ended[e]) {
        plans[e] = new PushPlan();
      }
    }
  }

  @Override
  public void act(float[] observations, float[] actions) {
    for (int e = 0; e < plans.length; e++) {
      Spot box = spot(observations, active, e);
      Spot slot = box.plus(spot(observations, goal, e));
      double yaw = Math.atan2(observations[heading.index(e, 1)], observations[heading.index(e, 0)]);
      boolean finished = observations[stage.index(e, 2)] > 0.999;
      double placed = observations[stage.index(e, 2)];
      double[] command =
          finished
              ? new double[2]
              : plans[e].command(
                  box, slot, spot(observations, anchor, e), yaw, (int) Math.round(100 * placed));
      actions[2 * e] = (float) (command[0] / speed);
      actions[2 * e + 1] = (float) (command[1] / turn);
    }
  }

  /** Returns what it is doing in an environment, in words. */
  public String mode(int environment) {
    return plans[environment].mode();
  }

  private static Spot spot(float[] observations, TermColumns columns, int e) {
    return new Spot(observations[columns.index(e, 0)], observations[columns.index(e, 1)]);
  }
}
