package eyas.sim.task;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.random.Philox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A world on a compute device. Physics is the task's own kernel, or an {@link Engine} on the host;
 * observations, rewards, ends and resets are the same kernels in both cases.
 */
public final class LaneWorld implements World {
  /** Stream of the numbers that draw physical parameters. */
  public static final int PARAMETER_STREAM = 16;

  private static final int STEP_RESET = 1;
  private static final int STEP_OBSERVE = 2;

  private final TaskModel model;
  private final TaskDescription task;
  private final int environments;
  private final int padded;
  private final int groups;
  private final BufferScope scope;
  private final WorldBuffers buffers;
  private final Kernel reset;
  private final Kernel step;
  private final Kernel advance;
  private final Optional<HostPhysics> host;
  private final Map<String, Observer> observers = new HashMap<>();
  private final float[] rows;
  private final int[] flags;
  private long seed;

  /**
   * Creates a world with the device's own physics.
   *
   * @param device device, stays open
   * @param model configured task
   * @param environments number of environments
   * @param lanes lane width of the kernels
   */
  public LaneWorld(ComputeDevice device, TaskModel model, int environments, Lanes lanes) {
    this(device, model, environments, lanes, Optional.empty());
  }

  /**
   * Creates a world.
   *
   * @param engine physics on the host instead of the device's own; must have as many environments
   *     as the padded batch; closed with this world
   */
  public LaneWorld(
      ComputeDevice device,
      TaskModel model,
      int environments,
      Lanes lanes,
      Optional<Engine> engine) {
    this(device, model, environments, lanes, engine, 0);
  }

  /**
   * Returns a world of a single environment that draws the random numbers of environment {@code
   * index} of a larger world: what happened there happens again here, bit for bit.
   *
   * @param device device, stays open
   * @param model configured task
   * @param index index of the environment in the larger world
   */
  public static LaneWorld alone(ComputeDevice device, TaskModel model, int index) {
    return new LaneWorld(device, model, 1, Lanes.of(1), Optional.empty(), index);
  }

  private LaneWorld(
      ComputeDevice device,
      TaskModel model,
      int environments,
      Lanes lanes,
      Optional<Engine> engine,
      int first) {
    this.model = model;
    this.task = model.description();
    this.environments = environments;
    this.padded = lanes.padded(environments);
    this.groups = padded / lanes.width();
    engine.ifPresent(e -> HostPhysics.check(e, padded));
    this.scope = device.scope("world " + task.name());
    this.buffers = new WorldBuffers(scope, task, padded);
    KernelProgram program = WorldKernels.build(scope, model, lanes, first);
    this.reset = program.kernel("world_reset");
    this.step = program.kernel("world_step");
    this.advance = program.kernel("engine_advance");
    this.host = engine.map(e -> new HostPhysics(e, scope, program, buffers, task, padded));
    this.rows = new float[padded * Math.max(task.actions().size(), task.parameterRows())];
    this.flags = new int[padded];
    task.groups().forEach(group -> observers.put(group.name(), observer(program, group)));
    reset.buffers(buffers.state(), buffers.parameters(), buffers.counters(), buffers.ended());
    step.buffers(
        buffers.state(),
        buffers.parameters(),
        buffers.actions(),
        buffers.counters(),
        buffers.reward(),
        buffers.ended(),
        buffers.terms(),
        buffers.fault(),
        observers.get(task.groups().get(0).name()).out());
    advance.buffers(buffers.state(), buffers.parameters(), buffers.actions());
    reset(0);
  }

  private record Observer(Kernel kernel, DeviceBuffer out, float[] staged, int size) {}

  private Observer observer(KernelProgram program, ObservationGroup group) {
    Kernel kernel = program.kernel("world_observe_" + WorldKernels.kernelName(group));
    DeviceBuffer out = scope.allocate(group.name(), (long) group.size() * padded);
    kernel.buffers(buffers.state(), buffers.parameters(), out);
    return new Observer(kernel, out, new float[group.size() * padded], group.size());
  }

  @Override
  public TaskDescription description() {
    return task;
  }

  @Override
  public int environments() {
    return environments;
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    float[] one = new float[task.parameterRows()];
    float[] all = new float[environments * one.length];
    for (int e = 0; e < environments; e++) {
      model.sampleParameters(new Philox(seed, e, 0, 0, PARAMETER_STREAM), one);
      System.arraycopy(one, 0, all, e * one.length, one.length);
    }
    buffers.counters().clear();
    buffers.fault().clear();
    setParameters(all);
    resetAll();
  }

  @Override
  public void setParameters(float[] parameters) {
    Rows.check("parameters", parameters.length, environments * task.parameterRows());
    Rows.toDevice(parameters, environments, padded, task.parameterRows(), rows);
    buffers.parameters().write(0, rowsOf(task.parameterRows()));
    host.ifPresent(HostPhysics::changed);
  }

  private float[] rowsOf(int count) {
    return rows.length == count * padded ? rows : java.util.Arrays.copyOf(rows, count * padded);
  }

  @Override
  public void resetAll() {
    host.ifPresent(HostPhysics::changed);
    restart(1);
  }

  @Override
  public void resetFinished() {
    if (host.isPresent() && anyEnded()) {
      host.get().changed();
    }
    restart(0);
  }

  private boolean anyEnded() {
    buffers.ended().read(0, flags);
    return java.util.Arrays.stream(flags).anyMatch(flag -> flag != 0);
  }

  private void restart(int all) {
    reset.set(4, (int) seed).set(5, (int) (seed >>> 32)).set(6, all).run(groups, 1);
  }

  @Override
  public void step(float[] actions) {
    Rows.check("actions", actions.length, environments * task.actions().size());
    Rows.toDevice(actions, environments, padded, task.actions().size(), buffers.stagedActions());
    buffers.actions().write(0, buffers.stagedActions());
    if (host.isPresent()) {
      host.get().step(seed, groups);
    } else {
      launch(0);
    }
  }

  private void launch(int options) {
    step.set(9, (int) seed).set(10, (int) (seed >>> 32)).set(11, options).run(groups, 1);
  }

  /**
   * Launches one step on the actions that the device has, with resets and the first observation
   * group.
   */
  public void stepOnDevice() {
    launch(STEP_RESET | STEP_OBSERVE);
  }

  /** Launches one step of physics alone on the actions that the device has. */
  public void advanceOnDevice() {
    advance.run(groups, 1);
  }

  @Override
  public void observe(String group, float[] out) {
    task.group(group);
    Observer observer = observers.get(group);
    Rows.check("observations of " + group, out.length, environments * observer.size());
    observer.kernel().run(groups, 1);
    observer.out().read(0, observer.staged());
    Rows.toHost(observer.staged(), environments, padded, observer.size(), out);
  }

  @Override
  public void rewards(float[] out) {
    Rows.check("rewards", out.length, environments);
    buffers.reward().read(0, out);
  }

  @Override
  public void terminated(boolean[] out) {
    ended(1, out);
  }

  @Override
  public void truncated(boolean[] out) {
    ended(2, out);
  }

  @Override
  public void completed(boolean[] out) {
    ended(3, out);
  }

  private void ended(int kind, boolean[] out) {
    Rows.check("flags", out.length, environments);
    buffers.ended().read(0, flags);
    for (int e = 0; e < environments; e++) {
      out[e] = flags[e] == kind;
    }
  }

  @Override
  public void rewardTerms(float[] out) {
    Rows.check("reward terms", out.length, task.rewardTerms().size());
    float[] terms = buffers.terms().floats();
    for (int i = 0; i < out.length; i++) {
      out[i] = 0;
      for (int e = 0; e < environments; e++) {
        out[i] += terms[i * padded + e];
      }
    }
  }

  @Override
  public Optional<WorldFault> fault() {
    return WorldFault.read(buffers.fault(), model, seed, model::stateRow);
  }

  /** Returns the device's buffers, for kernels that run beside this world. */
  public WorldBuffers buffers() {
    return buffers;
  }

  /** Returns the device that this world is on. */
  public ComputeDevice device() {
    return scope.device();
  }

  /** Returns the number of environments with those that fill the last work-item. */
  public int padded() {
    return padded;
  }

  /** Returns the seed of the random numbers. */
  public long seed() {
    return seed;
  }

  @Override
  public WorldSnapshot save() {
    return new WorldSnapshot(
        seed, buffers.state().floats(), buffers.parameters().floats(), buffers.counters().ints());
  }

  @Override
  public void restore(WorldSnapshot snapshot) {
    Rows.check("state of the snapshot", snapshot.state().length, padded * task.stateRows());
    seed = snapshot.seed();
    buffers.state().write(0, snapshot.state());
    buffers.parameters().write(0, snapshot.parameters());
    buffers.counters().write(0, snapshot.counters());
    host.ifPresent(HostPhysics::changed);
    buffers.ended().clear();
  }

  @Override
  public void close() {
    host.ifPresent(HostPhysics::close);
    scope.close();
  }
}
