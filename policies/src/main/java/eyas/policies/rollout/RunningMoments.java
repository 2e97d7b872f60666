package eyas.policies.rollout;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import java.util.Arrays;

/**
 * Mean and variance of features over everything seen so far, merged batch by batch (Chan, Golub and
 * LeVeque 1983). Starts at mean 0 and variance 1. Not thread-safe.
 */
public final class RunningMoments {
  private final double[] mean;
  private final double[] variance;
  private double count;

  /** Creates moments of {@code features} features. */
  public RunningMoments(int features) {
    mean = new double[features];
    variance = new double[features];
    Arrays.fill(variance, 1);
  }

  /**
   * Merges a batch.
   *
   * @param rows (n, features); read up to {@code length}
   * @param length number of values, a multiple of the number of features
   */
  public void add(float[] rows, int length) {
    int features = mean.length;
    int n = length / features;
    if (n == 0) {
      return;
    }
    double[] batchMean = new double[features];
    for (int i = 0; i < n * features; i++) {
      batchMean[i % features] += rows[i];
    }
    for (int f = 0; f < features; f++) {
      batchMean[f] /= n;
    }
    double[] squares = new double[features];
    for (int i = 0; i < n * features; i++) {
      double delta = rows[i] - batchMean[i % features];
      squares[i % features] += delta * delta;
    }
    merge(n, batchMean, squares);
  }

  private void merge(int n, double[] batchMean, double[] squares) {
    double total = count + n;
    for (int f = 0; f < mean.length; f++) {
      double delta = batchMean[f] - mean[f];
      double sum = variance[f] * count + squares[f] + delta * delta * count * n / total;
      mean[f] += delta * n / total;
      variance[f] = sum / total;
    }
    count = total;
  }

  /** Returns the mean of a feature. */
  public double mean(int feature) {
    return mean[feature];
  }

  /** Returns the standard deviation of a feature, at least {@code floor}. */
  public double deviation(int feature, double floor) {
    return Math.max(floor, Math.sqrt(variance[feature]));
  }

  /** Returns the number of features. */
  public int features() {
    return mean.length;
  }

  /** Returns the number of rows seen. */
  public double count() {
    return count;
  }

  /** Writes everything. */
  public void save(CheckpointWriter writer) {
    writer.doubles("mean", mean);
    writer.doubles("variance", variance);
    writer.doubles("count", count);
  }

  /** Continues from saved moments. */
  public void restore(CheckpointReader reader) {
    System.arraycopy(reader.doubles("mean", mean.length), 0, mean, 0, mean.length);
    System.arraycopy(reader.doubles("variance", mean.length), 0, variance, 0, mean.length);
    count = reader.doubles("count", 1)[0];
  }
}
