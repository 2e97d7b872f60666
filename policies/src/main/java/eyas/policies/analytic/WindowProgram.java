package eyas.policies.analytic;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldKernels;
import java.util.Optional;

/**
 * The kernels and memory of one update of a batch of policies: window forward, reverse pass, weight
 * gradients, norm, Adam. Nothing returns to the host inside an update.
 */
final class WindowProgram implements AutoCloseable {
  // partial weight gradients of a member: fixed, so that sums do not depend on the machine
  private static final int SINGLE_PARTS = 8;
  private static final int FLEET_PARTS = 1;

  private final BufferScope scope;
  private final int groups;
  private final int members;
  private final int weightCount;
  private final int parts;
  private final int steps;
  private final float scale;
  private final boolean taught;
  private final Kernel forward;
  private final Kernel backward;
  private final Kernel gradientKernel;
  private final Kernel reduce;
  private final Kernel norm;
  private final Kernel adam;
  private final Kernel faultKernel;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer counters;
  private final DeviceBuffer hidden;
  private final DeviceBuffer weights;
  private final DeviceBuffer losses;
  private final DeviceBuffer restart;
  private final DeviceBuffer gradient;
  private final DeviceBuffer first;
  private final DeviceBuffer second;
  private final DeviceBuffer statistics;
  private final DeviceBuffer gaps;
  private final DeviceBuffer teacherOf;
  private final DeviceBuffer fault;
  private final TaskModel model;

  /** What a batch of policies is made of. */
  record Shape(
      TaskModel model,
      String group,
      LaneNetwork network,
      int members,
      int environments,
      int steps,
      Optional<TeacherBank> teachers) {}

  WindowProgram(ComputeDevice device, Lanes lanes, Shape shape) {
    model = shape.model();
    TaskDescription task = model.description();
    LaneNetwork network = shape.network();
    scope = device.scope("analytic");
    members = shape.members();
    steps = shape.steps();
    weightCount = network.weights();
    parts = members > 1 ? FLEET_PARTS : SINGLE_PARTS;
    taught = shape.teachers().isPresent();
    int environments = members * shape.environments();
    groups = lanes.groups(environments);
    scale = 1f / (shape.environments() * (float) steps);
    state = scope.allocate("state", (long) task.stateRows() * environments);
    parameters = scope.allocate("parameters", (long) task.parameterRows() * environments);
    counters = scope.allocate("counters", 2L * environments);
    hidden = scope.allocate("hidden", (long) network.state() * environments);
    weights = scope.allocate("weights", (long) members * weightCount);
    losses = scope.allocate("losses", 2L * environments);
    restart = scope.allocate("restart", environments);
    gradient = scope.allocate("gradient", (long) members * weightCount);
    first = scope.allocate("first moment", (long) members * weightCount);
    second = scope.allocate("second moment", (long) members * weightCount);
    statistics = scope.allocate("statistics", 2L * members);
    gaps = scope.allocate("gaps", environments);
    teacherOf = scope.allocate("teacher of group", groups);
    fault = scope.allocate("fault", WorldFault.words(task));
    DeviceBuffer begun = scope.allocate("counters of the start", 2L * environments);
    DeviceBuffer broken = scope.allocate("broken steps", environments);
    DeviceBuffer scratch = scope.allocate("state again", (long) task.stateRows() * lanes.width());
    DeviceBuffer tape =
        scope.allocate("tape", (long) steps * tapeRows(task, network) * environments);
    DeviceBuffer partial =
        scope.allocate("partial gradients", (long) members * parts * weightCount * lanes.width());
    KernelProgram program = scope.build(source(lanes, shape));
    forward = program.kernel("window_forward");
    backward = program.kernel("window_backward");
    gradientKernel = program.kernel("window_gradient");
    reduce = program.kernel("window_reduce");
    norm = program.kernel("window_norm");
    adam = program.kernel("window_adam");
    faultKernel = program.kernel("window_fault");
    forward.buffers(
        state, parameters, counters, hidden, weights, tape, losses, restart, begun, broken);
    faultKernel.buffers(statistics, tape, state, parameters, begun, broken, scratch, fault);
    faultKernel.set(8, members).set(9, steps).set(10, groups);
    shape.teachers().ifPresent(this::setTeachers);
    backward.buffers(parameters, weights, tape).set(3, steps);
    gradientKernel.buffers(tape, partial).set(2, steps).set(3, groups);
    reduce.buffers(partial, gradient).set(2, scale);
    norm.buffers(gradient, statistics, restart);
    adam.buffers(weights, gradient, first, second, statistics);
  }

  private void setTeachers(TeacherBank bank) {
    DeviceBuffer teacherWeights = scope.allocate("teachers", bank.weights().length);
    teacherWeights.write(0, bank.weights());
    assignTeachers(bank.teacherOf());
    forward.set(10, teacherWeights).set(11, teacherOf).set(13, gaps);
  }

  /** Chooses the teacher of each work-item. */
  void assignTeachers(int[] teachers) {
    if (!taught || teachers.length != groups) {
      throw new AnalyticException(
          "Teachers for "
              + teachers.length
              + " work-items were given; this batch has "
              + (taught ? groups : 0)
              + " work-items with teachers.");
    }
    teacherOf.write(0, teachers);
  }

  private int tapeRows(TaskDescription task, LaneNetwork network) {
    int actions = network.actions();
    return (network.rows() + task.stateRows() + actions + 1 + (taught ? actions : 0)) | 1;
  }

  private KernelSource source(Lanes lanes, Shape shape) {
    String observe =
        "task_observe_" + WorldKernels.kernelName(shape.model().description().group(shape.group()));
    KernelSource source =
        PolicyKernels.world(shape.model(), lanes)
            .define("MEMBER_GROUPS", lanes.groups(shape.environments()))
            .define("PARTS", parts)
            .define("TAUGHT", taught ? 1 : 0)
            .define("NET_OBSERVE", observe)
            .define("NET_OBSERVE_ADJOINT", observe + "_adjoint");
    source = shape.network().addTo(source);
    if (taught) {
      source = shape.teachers().get().addTo(source);
    }
    return source
        .file(WindowProgram.class, "gradient.cl")
        .file(WindowProgram.class, "window.cl")
        .file(WindowProgram.class, "fault.cl");
  }

  /** Runs the window; {@code teacherFlies}: the teacher's actions move the world. */
  void forward(long seed, boolean teacherFlies) {
    int at = 10;
    if (taught) {
      forward.set(12, teacherFlies ? 1 : 0);
      at = 14;
    }
    faultKernel.set(11, teacherFlies ? 1 : 0).set(12, (int) seed).set(13, (int) (seed >>> 32));
    forward.set(at, (int) seed).set(at + 1, (int) (seed >>> 32)).set(at + 2, steps).run(groups, 1);
  }

  /** Runs the reverse pass and sums the weight gradients. */
  void backward(float worldWeight, float teacherWeight, float adjointLimit) {
    backward.set(4, worldWeight).set(5, teacherWeight).set(6, adjointLimit).run(groups, 1);
    gradientKernel.run((long) members * parts, 1);
    reduce.run((long) members * weightCount);
  }

  /**
   * Clips the gradient and steps Adam; {@code update} counts from one since the moments are zero.
   */
  void adam(long update, double rate, double clip) {
    norm.run(members);
    faultKernel.run(1);
    double biased = rate / (1 - Math.pow(0.9, (double) update));
    adam.set(5, (float) biased)
        .set(6, (float) (1 / (1 - Math.pow(0.999, (double) update))))
        .set(7, (float) clip)
        .run((long) members * weightCount);
  }

  /** Returns what made the first gradient since the last call that was not finite. */
  Optional<WorldFault> fault(long seed) {
    Optional<WorldFault> found = WorldFault.read(fault, model, seed, this::row);
    if (found.isPresent()) {
      fault.clear();
    }
    return found;
  }

  private String row(int row) {
    TaskDescription task = model.description();
    int action = row - task.stateRows();
    if (action < 0) {
      return model.stateRow(row);
    }
    return action < task.actions().size()
        ? "action " + task.actions().get(action)
        : "gradient (row " + (action - task.actions().size()) + " of the network's record)";
  }

  int groups() {
    return groups;
  }

  DeviceBuffer state() {
    return state;
  }

  DeviceBuffer parameters() {
    return parameters;
  }

  DeviceBuffer counters() {
    return counters;
  }

  DeviceBuffer hidden() {
    return hidden;
  }

  DeviceBuffer weights() {
    return weights;
  }

  DeviceBuffer losses() {
    return losses;
  }

  DeviceBuffer restart() {
    return restart;
  }

  DeviceBuffer gradient() {
    return gradient;
  }

  DeviceBuffer first() {
    return first;
  }

  DeviceBuffer second() {
    return second;
  }

  DeviceBuffer statistics() {
    return statistics;
  }

  DeviceBuffer gaps() {
    return gaps;
  }

  @Override
  public void close() {
    scope.close();
  }
}
