package eyas.policies.analytic;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldFault;
import java.util.Optional;

/**
 * Trains a batch of policies by gradients through the world (recipe and ablations:
 * docs/learning.md). One update is a window of steps forward and back, clipping and Adam, all on
 * the device.
 */
public final class AnalyticTrainer implements AutoCloseable {
  private static final int WEIGHT_STREAM = 19;

  private final WindowProgram program;
  private final EpisodeSchedule schedule;
  private final LaneNetwork network;
  private final AnalyticConfig config;
  private final int members;
  private final long seed;
  private long update;
  // updates that the moments of Adam have seen, for their bias
  private long averaged;
  private float worldWeight = 1;
  private float teacherWeight;

  /**
   * Creates a trainer with fresh weights.
   *
   * @param device device, stays open
   * @param lanes lane width
   * @param model task with adjoints
   * @param group observation group that the policies see
   * @param network the policies' network
   * @param members number of policies that train side by side
   * @param config settings
   * @param source gives each environment its quadrotor
   * @param teachers teachers that label states, for distillation
   * @param seed seed of weights, environments and draws
   */
  public AnalyticTrainer(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String group,
      LaneNetwork network,
      int members,
      AnalyticConfig config,
      ParameterSource source,
      Optional<TeacherBank> teachers,
      long seed) {
    TaskDescription task = model.description();
    if (!task.differentiable()) {
      throw new AnalyticException(
          "Task '" + task.name() + "' has no adjoint; train it with the ppo learner.");
    }
    this.network = network;
    this.config = config;
    this.members = members;
    this.seed = seed;
    this.program =
        new WindowProgram(
            device,
            lanes,
            new WindowProgram.Shape(
                model, group, network, members, config.environments(), config.steps(), teachers));
    this.schedule =
        new EpisodeSchedule(
            source,
            seed,
            members,
            config.environments(),
            task.episodeSteps(),
            task.parameterRows());
    writeInitialWeights();
    upload();
  }

  private void writeInitialWeights() {
    float[] all = new float[members * network.weights()];
    for (int m = 0; m < members; m++) {
      float[] one = network.initial(new Philox(seed, m, 0, 0, WEIGHT_STREAM));
      System.arraycopy(one, 0, all, m * one.length, one.length);
    }
    program.weights().write(0, all);
  }

  private void upload() {
    program.parameters().write(0, schedule.parameters());
    // the device may have asked for new beginnings too: after a dropped update or a roll-back
    int[] anew = program.restart().ints();
    int[] due = schedule.restart();
    for (int e = 0; e < anew.length; e++) {
      anew[e] |= due[e];
    }
    program.restart().write(0, anew);
    schedule.clearRestart();
  }

  /**
   * Chooses what the next updates minimise: {@code world} times the task's loss plus {@code
   * teacher} times half the squared distance to the teacher's action.
   */
  public void weigh(double world, double teacher) {
    worldWeight = (float) world;
    teacherWeight = (float) teacher;
  }

  /** Runs one update with the policies' own actions. */
  public void update() {
    update(false);
  }

  /**
   * Runs one update.
   *
   * @param teacherFlies whether the teacher's actions move the world
   */
  public void update(boolean teacherFlies) {
    if (schedule.advance(config.steps())) {
      upload();
    }
    program.forward(seed, teacherFlies);
    program.backward(worldWeight, teacherWeight, (float) config.adjointLimit());
    update++;
    averaged++;
    program.adam(averaged, config.rate(update), config.clip());
  }

  /** Returns the mean loss per step of the last window and what else is worth a line. */
  public WindowStatistics statistics() {
    float[] losses = program.losses().floats();
    float[] norms = program.statistics().floats();
    float[] gaps = program.gaps().floats();
    return WindowStatistics.of(losses, norms, gaps, config.steps());
  }

  /**
   * Returns the first number that was not finite since the last call, with what led to it: the
   * update that met it was dropped.
   */
  public Optional<WorldFault> fault() {
    return program.fault(seed);
  }

  /** Returns the number of updates done. */
  public long updates() {
    return update;
  }

  /** Returns the number of environment steps done. */
  public long samples() {
    return update * members * config.environments() * config.steps();
  }

  /** Returns the packed weights of all members. */
  public float[] weights() {
    return program.weights().floats();
  }

  /** Replaces the packed weights of all members; the moments of Adam are kept. */
  public void setWeights(float[] packed) {
    program.weights().write(0, packed);
  }

  /** Forgets the moments of Adam and starts every environment anew, after a roll-back. */
  public void restart() {
    program.first().clear();
    program.second().clear();
    averaged = 0;
    int[] all = new int[members * config.environments()];
    java.util.Arrays.fill(all, 1);
    program.restart().write(0, all);
  }

  /** Gives the environments [from, to) new parameters and a new episode at the next update. */
  public void renew(int from, int to) {
    schedule.makeDue(from, to);
  }

  /**
   * Chooses the teacher that labels each work-item's environments from the next update on.
   *
   * @param teacherOf index of a teacher of the bank, one a work-item
   */
  public void assignTeachers(int[] teacherOf) {
    program.assignTeachers(teacherOf);
  }

  /** Returns the gradient of the last window, packed as the weights, before clipping. */
  public float[] gradient() {
    return program.gradient().floats();
  }

  /** Returns the network. */
  public LaneNetwork network() {
    return network;
  }

  /** Writes all that the next update depends on. */
  public void save(CheckpointWriter writer) {
    writer.floats("analytic/weights", program.weights().floats());
    writer.floats("analytic/first", program.first().floats());
    writer.floats("analytic/second", program.second().floats());
    writer.floats("analytic/state", program.state().floats());
    writer.floats("analytic/hidden", program.hidden().floats());
    writer.floats("analytic/parameters", schedule.parameters());
    writer.floats("analytic/statistics", program.statistics().floats());
    writer.ints("analytic/counters", program.counters().ints());
    writer.ints("analytic/restart", program.restart().ints());
    writer.ints("analytic/schedule", schedule.counters());
    writer.longs("analytic/update", update);
    writer.longs("analytic/averaged", averaged);
  }

  /** Continues from what {@link #save} wrote. */
  public void restore(CheckpointReader reader) {
    program.weights().write(0, reader.floats("analytic/weights"));
    program.first().write(0, reader.floats("analytic/first"));
    program.second().write(0, reader.floats("analytic/second"));
    program.state().write(0, reader.floats("analytic/state"));
    program.hidden().write(0, reader.floats("analytic/hidden"));
    program.statistics().write(0, reader.floats("analytic/statistics"));
    program.counters().write(0, reader.ints("analytic/counters"));
    schedule.restore(reader.ints("analytic/schedule"), reader.floats("analytic/parameters"));
    upload();
    program.restart().write(0, reader.ints("analytic/restart"));
    update = reader.number("analytic/update");
    averaged = reader.number("analytic/averaged");
  }

  @Override
  public void close() {
    program.close();
  }
}
