package eyas.policies.rollout;

import eyas.assets.policy.Normaliser;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Normalises observations by their running mean and deviation. The statistics change only in {@link
 * #learn}, so all samples of one iteration are seen alike by acting and learning.
 */
public final class ObservationNormaliser {
  private static final double SMALLEST_DEVIATION = 1e-2;

  private final RunningMoments moments;
  private final boolean enabled;
  private final float[] mean;
  private final float[] scale;

  /**
   * Creates a normaliser that changes nothing yet.
   *
   * @param features number of features
   * @param enabled false to pass observations on as they are
   */
  public ObservationNormaliser(int features, boolean enabled) {
    this.moments = new RunningMoments(features);
    this.enabled = enabled;
    this.mean = new float[features];
    this.scale = new float[features];
    refresh();
  }

  /** Merges raw observations (n, features) into the statistics. */
  public void learn(float[] raw) {
    if (enabled) {
      moments.add(raw, raw.length);
      refresh();
    }
  }

  /**
   * Normalises observations, (raw − mean) · scale.
   *
   * @param raw (n, features)
   * @param out written from value {@code offset} on
   */
  public void apply(float[] raw, float[] out, int offset) {
    int features = mean.length;
    for (int i = 0; i < raw.length; i++) {
      int f = i % features;
      out[offset + i] = (raw[i] - mean[f]) * scale[f];
    }
  }

  /** Returns the present statistics as part of a policy bundle. */
  public Normaliser frozen() {
    List<Float> means = new ArrayList<>();
    List<Float> scales = new ArrayList<>();
    for (int f = 0; f < mean.length; f++) {
      means.add(mean[f]);
      scales.add(scale[f]);
    }
    return new Normaliser(means, scales);
  }

  private void refresh() {
    for (int f = 0; f < mean.length; f++) {
      mean[f] = (float) moments.mean(f);
      scale[f] = (float) (1 / moments.deviation(f, SMALLEST_DEVIATION));
    }
  }

  /** Writes the statistics. */
  public void save(CheckpointWriter writer) {
    moments.save(writer);
  }

  /** Continues from saved statistics. */
  public void restore(CheckpointReader reader) {
    moments.restore(reader);
    refresh();
  }
}
