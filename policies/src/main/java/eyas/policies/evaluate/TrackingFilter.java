package eyas.policies.evaluate;

import eyas.sim.task.TaskDescription;

/**
 * Turns a world with a resting target into one whose target moves: subtracts the target from the
 * observed position and velocity and clips both errors, as the flight controller does before it
 * asks the policy.
 */
final class TrackingFilter implements ObservationFilter {
  static final double POSITION_CLIP = 0.5;
  static final double VELOCITY_CLIP = 1;
  static final String VELOCITY_ERROR = "velocity-error";

  private final FigureEight eight;
  private final double period;
  private final TermColumns position;
  private final TermColumns velocity;
  private final double[] target = new double[6];

  TrackingFilter(TaskDescription description, String group, FigureEight eight) {
    this.eight = eight;
    this.period = description.controlPeriod();
    this.position = TermColumns.of(description, group, Flight.POSITION_ERROR);
    this.velocity = TermColumns.of(description, group, VELOCITY_ERROR);
  }

  @Override
  public void apply(int step, float[] observations) {
    eight.target(step * period, target);
    for (int e = 0; e < observations.length / position.stride(); e++) {
      for (int axis = 0; axis < 3; axis++) {
        shift(observations, position.index(e, axis), target[axis], POSITION_CLIP);
        shift(observations, velocity.index(e, axis), target[3 + axis], VELOCITY_CLIP);
      }
    }
  }

  private static void shift(float[] observations, int index, double target, double clip) {
    double error = observations[index] - target;
    observations[index] = (float) Math.max(-clip, Math.min(clip, error));
  }
}
