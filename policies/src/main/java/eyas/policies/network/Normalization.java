package eyas.policies.network;

/**
 * Fixed normalisation of a policy's inputs: clamp((x − mean) · scale, ±clip).
 *
 * @param mean of each input, in the input's unit
 * @param scale one over the standard deviation of each input
 * @param clip largest magnitude afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record Normalization(float[] mean, float[] scale, float clip) {
  /** Copies the arrays and checks that they fit. */
  public Normalization {
    if (mean.length != scale.length) {
      throw new NetworkException(
          "A normalisation of "
              + mean.length
              + " means and "
              + scale.length
              + " scales is impossible.");
    }
    mean = mean.clone();
    scale = scale.clone();
  }

  /** Normalises rows of {@code mean.length} inputs from {@code raw} to {@code out}. */
  public void apply(float[] raw, float[] out) {
    int width = mean.length;
    for (int i = 0; i < raw.length; i++) {
      float value = (raw[i] - mean[i % width]) * scale[i % width];
      out[i] = Math.max(-clip, Math.min(clip, value));
    }
  }
}
