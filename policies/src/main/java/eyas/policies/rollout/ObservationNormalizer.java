package eyas.policies.rollout;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.network.Normalization;
import java.util.Arrays;

/**
 * Normalises observations by their running mean and deviation. The statistics change only in {@link
 * #learn}, so all samples of one iteration are seen alike by acting and learning.
 */
public final class ObservationNormalizer {
  private static final double SMALLEST_DEVIATION = 1e-2;

  private final RunningMoments moments;
  private final boolean enabled;
  private final float clip;
  private Normalization frozen;

  /**
   * Creates a normaliser.
   *
   * @param features number of features
   * @param enabled false to pass observations on as they are, but clipped
   * @param clip largest magnitude after normalisation
   */
  public ObservationNormalizer(int features, boolean enabled, double clip) {
    this.moments = new RunningMoments(features);
    this.enabled = enabled;
    this.clip = (float) clip;
    this.frozen = freeze();
  }

  /** Merges raw observations (n, features) into the statistics. */
  public void learn(float[] raw) {
    if (enabled) {
      moments.add(raw, raw.length);
      frozen = freeze();
    }
  }

  /** Normalises raw observations (n, features) to {@code out}. */
  public void apply(float[] raw, float[] out) {
    frozen.apply(raw, out);
  }

  /** Returns the present statistics as a fixed normalisation. */
  public Normalization frozen() {
    return frozen;
  }

  private Normalization freeze() {
    float[] mean = new float[moments.features()];
    float[] scale = new float[moments.features()];
    Arrays.fill(scale, 1);
    if (moments.count() > 0) {
      for (int f = 0; f < mean.length; f++) {
        mean[f] = (float) moments.mean(f);
        scale[f] = (float) (1 / moments.deviation(f, SMALLEST_DEVIATION));
      }
    }
    return new Normalization(mean, scale, clip);
  }

  /** Writes the statistics. */
  public void save(CheckpointWriter writer) {
    moments.save(writer);
  }

  /** Continues from saved statistics. */
  public void restore(CheckpointReader reader) {
    moments.restore(reader);
    frozen = freeze();
  }
}
