package eyas.policies.analytic;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.task.Rows;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldKernels;
import eyas.sim.task.WorldSnapshot;

/**
 * Flies whole episodes of a policy in one launch, without exploration, and reads what is judged.
 * The same seed gives every policy the same starts and disturbances.
 */
public final class FlightProgram implements AutoCloseable {
  private static final int METRIC_ROWS = 7;

  private final BufferScope scope;
  private final TaskDescription task;
  private final int environments;
  private final int padded;
  private final int groups;
  private final int tail;
  private final Kernel flight;
  private final DeviceBuffer parameters;
  private final DeviceBuffer weights;
  private final DeviceBuffer metrics;
  private final DeviceBuffer start;
  private final float[] rows;

  /**
   * Creates the program for a single policy.
   *
   * @param device device, stays open
   * @param model task to fly
   * @param group observation group that the policy sees
   * @param policy the policy in kernels
   * @param environments number of episodes flown at once
   */
  public FlightProgram(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String group,
      LanePolicy policy,
      int environments) {
    this(device, lanes, model, group, policy, environments, 1);
  }

  /**
   * Creates the program for a batch of policies.
   *
   * @param members number of policies; {@code environments} are split evenly in order, each share a
   *     multiple of the lane width
   */
  public FlightProgram(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String group,
      LanePolicy policy,
      int environments,
      int members) {
    if (members > 1 && environments % (members * lanes.width()) != 0) {
      throw new AnalyticException(
          environments
              + " environments cannot be split among "
              + members
              + " policies; a multiple of "
              + members * lanes.width()
              + " is needed.");
    }
    this.task = model.description();
    this.environments = environments;
    // several policies share the work-items evenly; a single one flies rows as the world has them
    this.padded =
        members == 1 ? lanes.padded(environments) : lanes.groups(environments) * lanes.width();
    this.groups = padded / lanes.width();
    this.tail = task.episodeSteps() / 2;
    scope = device.scope("flight");
    parameters = scope.allocate("parameters", (long) task.parameterRows() * padded);
    weights = scope.allocate("weights", (long) members * policy.weights());
    metrics = scope.allocate("metrics", (long) METRIC_ROWS * padded);
    start = scope.allocate("start", (long) task.stateRows() * padded);
    String observe = "task_observe_" + WorldKernels.kernelName(task.group(group));
    KernelSource source =
        PolicyKernels.world(model, lanes)
            .define("MEMBER_GROUPS", (groups + members - 1) / members)
            .define("NET_OBSERVE", observe);
    flight =
        scope.build(policy.addTo(source).file(FlightProgram.class, "flight.cl")).kernel("flight");
    flight.buffers(parameters, weights, metrics, start);
    rows = new float[task.parameterRows() * padded];
  }

  /** Sets the physical parameters, (environments, parameter rows). */
  public void parameters(float[] rowMajor) {
    Rows.toDevice(rowMajor, environments, padded, task.parameterRows(), rows);
    parameters.write(0, rows);
  }

  /** Sets the weights of all members, packed as {@link LaneNetwork#pack} gives them. */
  public void weights(float[] packed) {
    weights.write(0, packed);
  }

  /**
   * Flies one episode in every environment.
   *
   * @param seed seed of starts and disturbances
   * @param episode number of the episode; another number gives other starts
   */
  public FlightRecord fly(long seed, int episode) {
    return launch(false, seed, episode, task.episodeSteps(), tail);
  }

  /**
   * Flies on from a world that has just been reset, with its parameters and random numbers: what
   * the world itself would do under the policy's actions, but for rounding.
   *
   * @param from a world of this task with as many environments, at the start of an episode
   * @param steps steps to fly at most
   * @param last steps at the end over which errors are averaged
   */
  public FlightRecord fly(WorldSnapshot from, int steps, int last) {
    int[] counters = from.counters();
    for (int e = 0; e < padded; e++) {
      if (counters[e] != 0 || counters[padded + e] != counters[padded]) {
        throw new AnalyticException(
            "Environment "
                + e
                + " of the world is at step "
                + counters[e]
                + " of episode "
                + counters[padded + e]
                + "; a flight starts where all begin the same episode. Reset the world first.");
      }
    }
    parameters.write(0, from.parameters());
    start.write(0, from.state());
    return launch(true, from.seed(), counters[padded], steps, last);
  }

  private FlightRecord launch(boolean given, long seed, int episode, int steps, int last) {
    flight
        .set(4, given ? 1 : 0)
        .set(5, (int) seed)
        .set(6, (int) (seed >>> 32))
        .set(7, episode)
        .set(8, steps)
        .set(9, last)
        .run(groups, 1);
    return FlightRecord.of(metrics.floats(), environments, padded, last);
  }

  @Override
  public void close() {
    scope.close();
  }
}
