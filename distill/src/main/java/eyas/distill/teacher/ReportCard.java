package eyas.distill.teacher;

import eyas.policies.analytic.FlightRecord;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import java.util.Arrays;

/** The best snapshot of every member of a fleet and what it reached. Mutable. */
final class ReportCard {
  private final int members;
  private final int weightCount;
  private final float[] best;
  private final double[] returns;
  private final double[] lengths;

  ReportCard(float[] firstWeights, int members) {
    this.members = members;
    this.weightCount = firstWeights.length / members;
    this.best = firstWeights.clone();
    this.returns = new double[members];
    this.lengths = new double[members];
    Arrays.fill(returns, Double.NEGATIVE_INFINITY);
  }

  /** Keeps the members' weights that flew better than ever. */
  void mark(float[] weights, FlightRecord record, int episodes) {
    for (int m = 0; m < members; m++) {
      double meanReturn = record.meanReturn(m * episodes, (m + 1) * episodes);
      if (meanReturn > returns[m]) {
        returns[m] = meanReturn;
        lengths[m] = record.meanLength(m * episodes, (m + 1) * episodes);
        System.arraycopy(weights, m * weightCount, best, m * weightCount, weightCount);
      }
    }
  }

  float[] best() {
    return best;
  }

  double[] lengths() {
    return lengths.clone();
  }

  double[] returns() {
    return returns.clone();
  }

  void save(CheckpointWriter writer) {
    writer.floats("best", best);
    writer.doubles("returns", returns);
    writer.doubles("lengths", lengths);
  }

  void restore(CheckpointReader reader) {
    System.arraycopy(reader.floats("best", best.length), 0, best, 0, best.length);
    System.arraycopy(reader.doubles("returns", members), 0, returns, 0, members);
    System.arraycopy(reader.doubles("lengths", members), 0, lengths, 0, members);
  }
}
