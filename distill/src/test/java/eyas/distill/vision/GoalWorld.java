package eyas.distill.vision;

import eyas.sim.random.Philox;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldSnapshot;
import java.util.List;

/**
 * Points in a plane that drive to a goal. What they see of it are corners, or an image with a blob;
 * far corners are not seen. A landmark lies at the origin.
 */
final class GoalWorld implements World, ImageObservations {
  static final int EPISODE = 24;
  static final int PIXELS = 12;
  static final float UNSEEN = -10;
  private static final float SPEED = 0.15f;
  private static final float REACH = 1.6f;
  private static final float HALF = 0.1f;
  private static final int VALUES = 6;

  private final int environments;
  private final float[] state;
  private final float[] rewards;
  private final int[] ages;
  private final int[] episodes;
  private long seed;

  GoalWorld(int environments) {
    this.environments = environments;
    // position, goal, previous action
    state = new float[VALUES * environments];
    rewards = new float[environments];
    ages = new int[environments];
    episodes = new int[environments];
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
  public int environments() {
    return environments;
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    for (int e = 0; e < environments; e++) {
      begin(e, 0);
      ages[e] = e % EPISODE;
    }
  }

  private void begin(int e, int episode) {
    Philox random = new Philox(seed, e, episode, 0, 1);
    for (int i = 0; i < 4; i++) {
      state[e * VALUES + i] = (float) random.uniform(-1, 1);
    }
    state[e * VALUES + 4] = 0;
    state[e * VALUES + 5] = 0;
    ages[e] = 0;
    episodes[e] = episode;
  }

  @Override
  public void setParameters(float[] parameters) {
    throw new IllegalStateException("The points have no parameters.");
  }

  @Override
  public void resetAll() {
    for (int e = 0; e < environments; e++) {
      begin(e, episodes[e] + 1);
    }
  }

  @Override
  public void step(float[] actions) {
    for (int e = 0; e < environments; e++) {
      int at = e * VALUES;
      for (int i = 0; i < 2; i++) {
        float action = Math.max(-1, Math.min(1, actions[2 * e + i]));
        state[at + i] += SPEED * action;
        state[at + 4 + i] = action;
      }
      ages[e]++;
      rewards[e] = -distance(e);
    }
  }

  /** Distance to the goal [m]. */
  float distance(int e) {
    return (float) Math.hypot(offset(e, 0, 1), offset(e, 1, 1));
  }

  /** Component of what lies where an object is (1 goal, 0 landmark, -1 mirrored goal). */
  private float offset(int e, int component, int object) {
    return object * state[e * VALUES + 2 + component] - state[e * VALUES + component];
  }

  @Override
  public void observe(String group, float[] out) {
    int width = description().group(group).size();
    for (int e = 0; e < environments; e++) {
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
      System.arraycopy(state, e * VALUES + 4, out, at, 2);
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
    for (int e = 0; e < environments; e++) {
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

  @Override
  public void rewards(float[] out) {
    System.arraycopy(rewards, 0, out, 0, environments);
  }

  @Override
  public void terminated(boolean[] out) {
    java.util.Arrays.fill(out, false);
  }

  @Override
  public void truncated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = ages[e] >= EPISODE;
    }
  }

  @Override
  public void rewardTerms(float[] out) {
    out[0] = 0;
    for (float reward : rewards) {
      out[0] += reward;
    }
  }

  @Override
  public void resetFinished() {
    for (int e = 0; e < environments; e++) {
      if (ages[e] >= EPISODE) {
        begin(e, episodes[e] + 1);
      }
    }
  }

  @Override
  public WorldSnapshot save() {
    int[] counters = new int[2 * environments];
    System.arraycopy(ages, 0, counters, 0, environments);
    System.arraycopy(episodes, 0, counters, environments, environments);
    return new WorldSnapshot(seed, state.clone(), new float[environments], counters);
  }

  @Override
  public void restore(WorldSnapshot snapshot) {
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
