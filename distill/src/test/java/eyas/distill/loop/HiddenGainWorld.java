package eyas.distill.loop;

import eyas.distill.teacher.HostTeacher;
import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldSnapshot;
import java.util.Arrays;
import java.util.List;

/**
 * x' = x + 0.2 g a with a gain g of 0.5 or 2 that only the teacher sees; an episode has 20 steps.
 */
final class HiddenGainWorld implements World {
  static final int EPISODE = 20;

  private final int count;
  private final float[] x;
  private final float[] gain;
  private final float[] action;
  private final int[] age;
  private final int[] episode;
  private long seed;

  HiddenGainWorld(int count) {
    this.count = count;
    x = new float[count];
    gain = new float[count];
    action = new float[count];
    age = new int[count];
    episode = new int[count];
  }

  @Override
  public TaskDescription description() {
    ObservationTerm place = new ObservationTerm("place", 1, "m", "world");
    ObservationTerm before = new ObservationTerm("previous-action", 1, "1", "none");
    ObservationTerm gainTerm = new ObservationTerm("gain", 1, "1", "none");
    return new TaskDescription(
        "hidden-gain",
        "cart",
        0.1,
        EPISODE,
        List.of("push"),
        List.of(
            new ObservationGroup.Sensed("onboard", List.of(place, before)),
            new ObservationGroup.Privileged("privileged", List.of(place, gainTerm))),
        List.of("place"),
        3,
        1,
        false);
  }

  @Override
  public int environments() {
    return count;
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    Arrays.fill(episode, 0);
    resetAll();
  }

  @Override
  public void setParameters(float[] parameters) {
    System.arraycopy(parameters, 0, gain, 0, count);
  }

  @Override
  public void resetAll() {
    for (int e = 0; e < count; e++) {
      begin(e);
    }
  }

  private void begin(int e) {
    Philox random = new Philox(seed, e, episode[e]++, 0, 1);
    x[e] = (float) random.uniform(-1, 1);
    gain[e] = random.nextDouble() < 0.5 ? 0.5f : 2;
    action[e] = 0;
    age[e] = 0;
  }

  @Override
  public void step(float[] actions) {
    for (int e = 0; e < count; e++) {
      action[e] = actions[e];
      x[e] += 0.2f * gain[e] * actions[e];
      age[e]++;
    }
  }

  @Override
  public void observe(String group, float[] out) {
    for (int e = 0; e < count; e++) {
      out[2 * e] = x[e];
      out[2 * e + 1] = group.equals("onboard") ? action[e] : gain[e];
    }
  }

  @Override
  public void rewards(float[] out) {
    for (int e = 0; e < count; e++) {
      out[e] = -x[e] * x[e];
    }
  }

  @Override
  public void terminated(boolean[] out) {
    for (int e = 0; e < count; e++) {
      out[e] = Math.abs(x[e]) > 3;
    }
  }

  @Override
  public void truncated(boolean[] out) {
    for (int e = 0; e < count; e++) {
      out[e] = age[e] >= EPISODE;
    }
  }

  @Override
  public void rewardTerms(float[] out) {
    out[0] = 0;
    for (int e = 0; e < count; e++) {
      out[0] -= x[e] * x[e];
    }
  }

  @Override
  public void resetFinished() {
    for (int e = 0; e < count; e++) {
      if (age[e] >= EPISODE || Math.abs(x[e]) > 3) {
        begin(e);
      }
    }
  }

  @Override
  public WorldSnapshot save() {
    float[] state = Arrays.copyOf(x, 3 * count);
    System.arraycopy(gain, 0, state, count, count);
    System.arraycopy(action, 0, state, 2 * count, count);
    int[] counters = Arrays.copyOf(age, 2 * count);
    System.arraycopy(episode, 0, counters, count, count);
    return new WorldSnapshot(seed, state, gain, counters);
  }

  @Override
  public void restore(WorldSnapshot snapshot) {
    seed = snapshot.seed();
    System.arraycopy(snapshot.state(), 0, x, 0, count);
    System.arraycopy(snapshot.state(), count, gain, 0, count);
    System.arraycopy(snapshot.state(), 2 * count, action, 0, count);
    System.arraycopy(snapshot.counters(), 0, age, 0, count);
    System.arraycopy(snapshot.counters(), count, episode, 0, count);
  }

  @Override
  public void close() {}

  /** a = −x / (2 g): brings x to zero by a tenth a step when the gain is known. */
  static HostTeacher teacher() {
    return new HostTeacher() {
      @Override
      public String group() {
        return "privileged";
      }

      @Override
      public void label(float[] rows, float[] means, float[] logDeviations) {
        for (int e = 0; e < means.length; e++) {
          means[e] = -0.5f * rows[2 * e] / rows[2 * e + 1];
          logDeviations[e] = (float) Math.log(0.3);
        }
      }

      @Override
      public boolean squashed() {
        return false;
      }
    };
  }
}
