package eyas.assets.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PointNet encoder (Qi et al. 2017): one small network for every point and a maximum over the
 * points of each object.
 *
 * @param groups number of points of each object, in the order of the observation
 * @param widths outputs of the layers a point passes; the last is the size of an object's latent
 * @param activation behind each of them
 * @param excluded coordinate of points that are not seen and do not take part, such as -10; empty
 *     if they pass the network like others
 */
public record PointEncoder(
    List<Integer> groups, List<Integer> widths, Activation activation, Optional<Double> excluded) {
  /** Numbers of a point. */
  public static final int COORDINATES = 3;

  /** Keeps immutable copies. */
  public PointEncoder {
    groups = List.copyOf(groups);
    widths = List.copyOf(widths);
    BundleException.require(!widths.isEmpty(), "A point encoder needs at least one layer.");
  }

  /**
   * The layer.
   *
   * @param extras inputs behind the points, such as the previous action
   */
  public LayerSpec layer(int extras) {
    List<LayerSpec> layers = new ArrayList<>();
    int width = COORDINATES;
    for (int next : widths) {
      layers.add(LayerSpec.dense(width, next, activation));
      width = next;
    }
    return LayerSpec.shared(new SharedSlices(new NetworkSpec(layers), groups, excluded), extras);
  }
}
