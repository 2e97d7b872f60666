package eyas.bridge.onboard.source;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PointEncoder;
import eyas.assets.policy.PolicyBundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies that begin with an encoder; their 22 inputs are read as points or as images. */
public final class EncodedPolicy {
  private EncodedPolicy() {}

  /** All of them by name. */
  public static Map<String, PolicyBundle> bundles(long seed) {
    Map<String, PolicyBundle> bundles = new LinkedHashMap<>();
    // the second group lies where inputs are not clipped, so that all of it may be excluded
    bundles.put("points", recurrent(points(Optional.of(-10.0)), seed));
    bundles.put("all-points", recurrent(points(Optional.empty()), seed + 1));
    bundles.put(
        "images",
        recurrent(
            new ImageEncoder(
                    2,
                    3,
                    3,
                    List.of(new ImageEncoder.Filters(5, 2, 1), new ImageEncoder.Filters(6, 2, 1)),
                    7,
                    Activation.RELU)
                .layer(4),
            seed + 2));
    bundles.put("convolution", OddPolicy.bundle("convolution", convolution(), seed + 3));
    return bundles;
  }

  private static LayerSpec points(Optional<Double> excluded) {
    return new PointEncoder(List.of(1, 3, 1, 2), List.of(9, 6), Activation.RELU, excluded).layer(1);
  }

  private static PolicyBundle recurrent(LayerSpec encoder, long seed) {
    return OddPolicy.bundle(
        "encoded",
        EncodedNetworks.recurrent(encoder, 6, List.of(5), Activation.RELU, 4, Activation.TANH),
        seed);
  }

  private static NetworkSpec convolution() {
    ConvolutionShape shape = new ConvolutionShape(2, 1, 11, 5, 1, 3);
    return new NetworkSpec(
        List.of(
            LayerSpec.convolution(shape, Activation.TANH),
            LayerSpec.dense(shape.outputs(), 4, Activation.IDENTITY)));
  }
}
