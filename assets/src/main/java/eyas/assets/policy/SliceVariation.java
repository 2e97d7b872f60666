package eyas.assets.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Makes random observations of a network that begins with shared slices meet what such a layer
 * treats apart: some slices repeat the one before them, and some are excluded. For checks of
 * exports.
 *
 * @param slices number of slices at the beginning of the observation; 0 for other networks
 * @param width numbers of a slice
 * @param excluded the number that excludes a slice, if the layer has one
 */
public record SliceVariation(int slices, int width, Optional<Float> excluded) {
  /** How many equally probable draws a slice has: the first repeats, the second excludes. */
  public static final int DRAWS = 4;

  /** The slices of a network's first layer. */
  public static SliceVariation of(NetworkSpec network) {
    return network
        .layers()
        .get(0)
        .shared()
        .map(
            shared ->
                new SliceVariation(
                    shared.slices(),
                    shared.network().inputs(),
                    shared.excluded().map(Double::floatValue)))
        .orElse(new SliceVariation(0, 0, Optional.empty()));
  }

  /**
   * Varies one observation.
   *
   * @param observation is changed from the offset on
   * @param draw gives the next random number from 0 to {@link #DRAWS} - 1, once for each slice
   */
  public void vary(float[] observation, int offset, IntSupplier draw) {
    for (int slice = 0; slice < slices; slice++) {
      int begin = offset + slice * width;
      int drawn = draw.getAsInt();
      if (drawn == 0 && slice > 0) {
        System.arraycopy(observation, begin - width, observation, begin, width);
      } else if (drawn == 1 && excluded.isPresent()) {
        Arrays.fill(observation, begin, begin + width, excluded.get());
      }
    }
  }
}
