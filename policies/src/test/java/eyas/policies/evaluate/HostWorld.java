package eyas.policies.evaluate;

import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import eyas.sim.task.WorldSnapshot;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Arrays;
import java.util.List;

/** The released position task in plain Java and double precision, for tests of what flies in it. */
final class HostWorld implements World {
  static final double DT = 0.01;

  private final TaskDescription description;
  private final int environments;
  private final double start;
  private final double[][] state;
  private final float[] parameters;
  private final int[] ages;
  private final int[] episodes;
  private final float[] rewards;
  private final boolean[] failed;
  private long seed;

  HostWorld(int environments, int episodeSteps, double start) {
    this.environments = environments;
    this.start = start;
    this.state = new double[environments][24];
    this.parameters = new float[environments * QuadrotorLayout.PARAMETER_ROWS];
    this.ages = new int[environments];
    this.episodes = new int[environments];
    this.rewards = new float[environments];
    this.failed = new boolean[environments];
    List<ObservationTerm> terms =
        List.of(
            new ObservationTerm("position-error", 3, "m", "world"),
            new ObservationTerm("attitude", 9, "1", "world"),
            new ObservationTerm("velocity-error", 3, "m/s", "world"),
            new ObservationTerm("body-rates", 3, "rad/s", "body"),
            new ObservationTerm("previous-action", 4, "1", "none"));
    this.description =
        new TaskDescription(
            "quadrotor",
            "quadrotor",
            DT,
            episodeSteps,
            List.of("front-right", "back-right", "back-left", "front-left"),
            List.of(
                new ObservationGroup.Sensed("onboard", terms),
                new ObservationGroup.Privileged("privileged", terms)),
            List.of("total"),
            24,
            QuadrotorLayout.PARAMETER_ROWS,
            false);
  }

  @Override
  public TaskDescription description() {
    return description;
  }

  @Override
  public int environments() {
    return environments;
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    Arrays.fill(episodes, 0);
  }

  @Override
  public void setParameters(float[] values) {
    System.arraycopy(values, 0, parameters, 0, parameters.length);
  }

  @Override
  public void resetAll() {
    for (int e = 0; e < environments; e++) {
      resetOne(e);
    }
  }

  private void resetOne(int e) {
    Philox random = new Philox(seed, e, episodes[e]++, 0, 1);
    double[] s = state[e];
    Arrays.fill(s, 0);
    ages[e] = 0;
    s[3] = 1;
    for (int i = 0; i < 4; i++) {
      s[13 + i] = random.uniform(0, 0.5);
    }
    double deviation = parameters[e * QuadrotorLayout.PARAMETER_ROWS + 16];
    for (int i = 0; i < 3; i++) {
      s[21 + i] = deviation * random.nextGaussian();
    }
    if (random.nextDouble() < 0.1) {
      return;
    }
    double[] axis = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double norm = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    double angle = random.nextDouble();
    s[3] = Math.cos(angle / 2);
    for (int i = 0; i < 3; i++) {
      s[i] = random.uniform(-start, start);
      s[4 + i] = Math.sin(angle / 2) * axis[i] / norm;
      s[7 + i] = random.uniform(-1, 1);
      s[10 + i] = random.uniform(-1, 1);
    }
  }

  @Override
  public void step(float[] actions) {
    Batches.parallel(
        environments,
        (from, to) -> {
          for (int e = from; e < to; e++) {
            stepOne(e, actions);
          }
        });
  }

  private void stepOne(int e, float[] actions) {
    double[] s = state[e];
    float[] p =
        Arrays.copyOfRange(
            parameters,
            e * QuadrotorLayout.PARAMETER_ROWS,
            (e + 1) * QuadrotorLayout.PARAMETER_ROWS);
    double change = 0;
    double[] command = new double[4];
    for (int i = 0; i < 4; i++) {
      double a = actions[4 * e + i];
      change += (a - s[17 + i]) * (a - s[17 + i]);
      s[17 + i] = a;
      command[i] = (Math.max(-1, Math.min(1, a)) + 1) / 2;
    }
    HostDynamics.step(s, p, command, DT);
    failed[e] = false;
    double distance = 0;
    for (int i = 0; i < 3; i++) {
      distance += s[i] * s[i];
      failed[e] |= Math.abs(s[i]) > p[14] || Math.abs(s[7 + i]) > 2 || Math.abs(s[10 + i]) > 35;
    }
    double tilt = 2 * Math.acos(Math.max(0, 1 - Math.abs(s[6])));
    rewards[e] =
        failed[e]
            ? -100
            : (float) (1.5 - Math.sqrt(distance) - 0.1 * tilt - Math.sqrt(change));
    ages[e]++;
  }

  @Override
  public void observe(String group, float[] out) {
    for (int e = 0; e < environments; e++) {
      double[] s = state[e];
      double[] r = HostDynamics.rotation(s);
      for (int i = 0; i < 3; i++) {
        out[22 * e + i] = (float) s[i];
        out[22 * e + 12 + i] = (float) s[7 + i];
        out[22 * e + 15 + i] = (float) s[10 + i];
      }
      for (int i = 0; i < 9; i++) {
        out[22 * e + 3 + i] = (float) r[i];
      }
      for (int i = 0; i < 4; i++) {
        out[22 * e + 18 + i] = (float) s[17 + i];
      }
    }
  }

  @Override
  public void rewards(float[] out) {
    System.arraycopy(rewards, 0, out, 0, environments);
  }

  @Override
  public void terminated(boolean[] out) {
    System.arraycopy(failed, 0, out, 0, environments);
  }

  @Override
  public void truncated(boolean[] out) {
    for (int e = 0; e < environments; e++) {
      out[e] = ages[e] >= description.episodeSteps();
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
      if (failed[e] || ages[e] >= description.episodeSteps()) {
        resetOne(e);
      }
    }
  }

  @Override
  public WorldSnapshot save() {
    float[] rows = new float[24 * environments];
    for (int e = 0; e < environments; e++) {
      for (int i = 0; i < 24; i++) {
        rows[i * environments + e] = (float) state[e][i];
      }
    }
    return new WorldSnapshot(seed, rows, parameters.clone(), ages.clone());
  }

  @Override
  public void restore(WorldSnapshot snapshot) {
    for (int e = 0; e < environments; e++) {
      for (int i = 0; i < 24; i++) {
        state[e][i] = snapshot.state()[i * environments + e];
      }
    }
  }

  @Override
  public void close() {}
}
