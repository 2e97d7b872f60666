package eyas.distill.vision;

import eyas.sim.random.Philox;
import eyas.sim.task.HostWorld;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import java.util.List;

/**
 * Points in a plane that drive to a goal. What they see of it are corners, or an image with a blob;
 * far corners are not seen. A landmark lies at the origin.
 */
final class GoalWorld extends HostWorld implements ImageObservations {
  static final int EPISODE = 24;
  static final int PIXELS = 12;
  static final float UNSEEN = -10;
  private static final float SPEED = 0.15f;
  private static final float REACH = 1.6f;
  private static final float HALF = 0.1f;
  private static final int VALUES = 6;
  private static final int PREVIOUS = 4;

  // position, goal, previous action
  GoalWorld(int environments) {
    super(environments, VALUES, EPISODE, 1);
  }

  @Override
  public TaskDescription description() {
    ObservationTerm previous = new ObservationTerm("previous-action", 2, "1", "none");
    List<ObservationTerm> points =
        List.of(
            new ObservationTerm("goal", 12, "m", "robot"),
            new ObservationTerm("landmark", 12, "m", "robot"),
            new ObservationTerm("mirrored-goal", 12, "m", "robot"),
            previous);
    return new TaskDescription(
        "goal",
        "point",
        0.1,
        EPISODE,
        List.of("x", "y"),
        List.of(
            new ObservationGroup.Privileged("keypoints", points),
            new ObservationGroup.Privileged(
                "critic", List.of(new ObservationTerm("offset", 2, "m", "world"))),
            new ObservationGroup.Sensed("onboard", List.of(previous))),
        List.of("nearness"),
        VALUES,
        1,
        false);
  }

  @Override
  protected void start(int e, Philox random) {
    for (int i = 0; i < VALUES; i++) {
      value(e, i, i < PREVIOUS ? random.uniform(-1, 1) : 0);
    }
  }

  @Override
  protected float move(int e, float[] actions) {
    for (int i = 0; i < 2; i++) {
      float action = Math.max(-1, Math.min(1, actions[2 * e + i]));
      value(e, i, value(e, i) + SPEED * action);
      value(e, PREVIOUS + i, action);
    }
    addTerm(0, -distance(e));
    return -distance(e);
  }

  /** Distance to the goal [m]. */
  float distance(int e) {
    return (float) Math.hypot(offset(e, 0, 1), offset(e, 1, 1));
  }

  /** Component of what lies where an object is (1 goal, 0 landmark, -1 mirrored goal). */
  private float offset(int e, int component, int object) {
    return object * value(e, 2 + component) - value(e, component);
  }

  @Override
  public void observe(String group, float[] out) {
    int width = description().group(group).size();
    for (int e = 0; e < environments(); e++) {
      int at = e * width;
      if (group.equals("critic")) {
        out[at] = offset(e, 0, 1);
        out[at + 1] = offset(e, 1, 1);
        continue;
      }
      if (group.equals("keypoints")) {
        corners(e, 1, out, at);
        corners(e, 0, out, at + 12);
        corners(e, -1, out, at + 24);
        at += 36;
      }
      out[at] = value(e, PREVIOUS);
      out[at + 1] = value(e, PREVIOUS + 1);
    }
  }

  private void corners(int e, int object, float[] out, int at) {
    for (int corner = 0; corner < 4; corner++) {
      float x = offset(e, 0, object) + (corner % 2 == 0 ? -HALF : HALF);
      float y = offset(e, 1, object) + (corner < 2 ? -HALF : HALF);
      boolean seen = Math.abs(x) < REACH && Math.abs(y) < REACH;
      out[at + 3 * corner] = seen ? x : UNSEEN;
      out[at + 3 * corner + 1] = seen ? y : UNSEEN;
      out[at + 3 * corner + 2] = seen ? 0 : UNSEEN;
    }
  }

  @Override
  public int size() {
    return 2 * PIXELS * PIXELS;
  }

  @Override
  public void observe(float[] out) {
    for (int e = 0; e < environments(); e++) {
      for (int image = 0; image < 2; image++) {
        blob(e, 1 - image, out, e * size() + image * PIXELS * PIXELS);
      }
    }
  }

  private void blob(int e, int object, float[] out, int at) {
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        double x = REACH * (2.0 * column / (PIXELS - 1) - 1) - offset(e, 0, object);
        double y = REACH * (2.0 * row / (PIXELS - 1) - 1) - offset(e, 1, object);
        out[at + row * PIXELS + column] = (float) Math.exp(-(x * x + y * y) / 0.12);
      }
    }
  }
}
