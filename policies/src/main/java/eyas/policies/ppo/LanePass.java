package eyas.policies.ppo;

import eyas.policies.analytic.LaneNetwork;
import eyas.policies.analytic.LanePolicy;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import java.util.Arrays;

/** One network of PPO on a device: outputs, and the gradient of its part of the loss. */
final class LanePass implements AutoCloseable {
  // partial weight gradients: fixed, so that sums do not depend on the machine
  private static final int PARTS = 8;

  private final LaneShape shape;
  private final int offset;
  private final int lanes;
  private final int figureCount;
  private final BufferScope scope;
  private final Kernel outputs;
  private final Kernel pass;
  private final Kernel gradient;
  private final Kernel reduce;
  private final DeviceBuffer rows;
  private final DeviceBuffer weights;
  private final DeviceBuffer results;
  private final DeviceBuffer deviation;
  private final DeviceBuffer figures;
  private final DeviceBuffer sums;
  private final float[] packed;
  private final float[] figureRows;

  /**
   * Builds the kernels.
   *
   * @param actor whether this is the policy rather than the value function
   * @param offset where the network's weights begin in the flat weights
   * @param samples most samples at once
   * @param actions number of actions
   * @param columns what was recorded of every sample, [sample][column]
   * @param order samples of every minibatch
   */
  LanePass(
      ComputeDevice device,
      Lanes width,
      LaneShape shape,
      boolean actor,
      int offset,
      int samples,
      int actions,
      DeviceBuffer columns,
      DeviceBuffer order) {
    this.shape = shape;
    this.offset = offset;
    lanes = width.width();
    figureCount = actor ? 3 + actions : 1;
    scope = device.scope(actor ? "ppo actor" : "ppo critic");
    int padded = width.padded(samples);
    KernelProgram program = scope.build(source(width, shape, actor, actions));
    rows = scope.allocate("rows", (long) samples * shape.inputs());
    weights = scope.allocate("weights", shape.weights());
    results = scope.allocate("outputs", (long) samples * shape.outputs());
    deviation = scope.allocate("log deviation", actions);
    figures = scope.allocate("figures", (long) figureCount * padded);
    sums = scope.allocate("gradient", shape.weights());
    DeviceBuffer tape = scope.allocate("tape", (long) shape.rows() * padded);
    DeviceBuffer partial =
        scope.allocate("partial gradients", (long) PARTS * shape.weights() * lanes);
    outputs = program.kernel("ppo_outputs").buffers(rows, weights, results);
    pass =
        program.kernel("ppo_pass").buffers(rows, columns, order, weights, deviation, tape, figures);
    gradient = program.kernel("ppo_gradient").buffers(tape, weights, partial);
    reduce = program.kernel("ppo_reduce").buffers(partial, sums);
    packed = new float[shape.weights()];
    figureRows = new float[figureCount * padded];
  }

  private static KernelSource source(Lanes lanes, LaneShape shape, boolean actor, int actions) {
    return shape
        .define(KernelSource.named(actor ? "ppo actor" : "ppo critic", lanes))
        .define("ACTOR", actor ? 1 : 0)
        .define("ACTIONS", actions)
        .define("PARTS", PARTS)
        .file(LaneSources.class, "lanes.cl")
        .file(LaneNetwork.class, "tape.cl")
        .file(LanePolicy.class, "gradient.cl")
        .file(LanePass.class, "ppo.cl");
  }

  void push(float[] flat, float[] logDeviation) {
    shape.pack(flat, offset, packed);
    weights.write(0, packed);
    deviation.write(0, logDeviation);
  }

  /** Takes the observations of an iteration. */
  void load(float[] observations) {
    rows.write(0, observations);
  }

  /** Writes the outputs of the first {@code count} rows. */
  void outputs(float[] observations, int count, float[] out) {
    if (count == 0) {
      return;
    }
    int used = count * shape.inputs();
    rows.write(0, observations.length == used ? observations : Arrays.copyOf(observations, used));
    outputs.set(3, count).run((count + lanes - 1) / lanes, 1);
    results.read(0, out);
  }

  /**
   * Writes the gradient of a minibatch behind {@code offset} and returns the sums of the figures
   * over its samples.
   *
   * @param clip of ratio or value
   * @param share weight of one sample
   */
  double[] gradient(int first, int count, float clip, float share, float[] flat) {
    int groups = (count + lanes - 1) / lanes;
    pass.set(7, first).set(8, count).set(9, clip).set(10, share).run(groups, 1);
    gradient.set(3, groups).run(PARTS, 1);
    reduce.run(shape.weights());
    sums.read(0, packed);
    shape.unpack(packed, flat, offset);
    figures.read(0, figureRows);
    double[] totals = new double[figureCount];
    for (int i = 0; i < figureCount; i++) {
      for (int k = 0; k < groups * lanes; k++) {
        totals[i] += figureRows[i * groups * lanes + k];
      }
    }
    return totals;
  }

  @Override
  public void close() {
    scope.close();
  }
}
