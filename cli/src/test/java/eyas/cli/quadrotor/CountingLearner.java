package eyas.cli.quadrotor;

import eyas.assets.policy.NetworkSpec;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import java.util.Map;

/** A learner whose state is one sum; asks for a stop at an iteration. */
final class CountingLearner implements Learner {
  private final long stopAt;
  private final Runnable stop;
  private long iteration;
  private long sum = 1;

  CountingLearner(long stopAt, Runnable stop) {
    this.stopAt = stopAt;
    this.stop = stop;
  }

  long sum() {
    return sum;
  }

  @Override
  public String algorithm() {
    return "counting";
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public IterationReport iterate() {
    iteration++;
    sum = sum * 31 % 1_000_003 + iteration;
    if (iteration == stopAt) {
      stop.run();
    }
    return new IterationReport(iteration, 10 * iteration, Map.of("sum", (double) sum), 0.1, 0.2);
  }

  @Override
  public void save(CheckpointWriter writer) {
    writer.longs("sum", sum, iteration);
  }

  @Override
  public void restore(CheckpointReader reader) {
    sum = reader.longs("sum", 2)[0];
    iteration = reader.longs("sum", 2)[1];
  }

  @Override
  public NetworkWeights best() {
    return current();
  }

  @Override
  public NetworkWeights current() {
    NetworkSpec spec = LaneNetwork.mlp(1, 8, 4).spec();
    return NetworkWeights.fromFlat(spec, new float[spec.weightCount()]);
  }

  @Override
  public void close() {}
}
