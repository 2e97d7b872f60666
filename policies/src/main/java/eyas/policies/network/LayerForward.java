package eyas.policies.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.SharedSlices;
import java.util.List;
import java.util.function.Function;

/** The layers without memory as DJL operations, few of them and each over the whole batch. */
final class LayerForward {
  private static final float GREAT = 1e30f;

  private final Function<String, NDArray> weights;

  /**
   * Creates the layers.
   *
   * @param weights arrays by full name
   */
  LayerForward(Function<String, NDArray> weights) {
    this.weights = weights;
  }

  /** Runs one layer on (..., inputs); {@code prefix} begins the names of its weights. */
  NDArray run(LayerSpec layer, String prefix, NDArray input) {
    return switch (layer.kind()) {
      case DENSE -> activate(layer.activation(), linear(input, prefix, "weight", "bias"));
      case CONVOLUTION -> convolution(layer, prefix, input);
      case SHARED -> shared(layer, prefix, input);
      case GRU ->
          throw new NetworkException(
              "Layer `"
                  + prefix
                  + "` is recurrent: give a sequence, a hidden state and a mask instead.");
    };
  }

  /** Returns weight · input + bias. */
  NDArray linear(NDArray input, String prefix, String weight, String bias) {
    return Linear.linear(input, weights.apply(prefix + weight), weights.apply(prefix + bias))
        .singletonOrThrow();
  }

  private static NDArray activate(Activation activation, NDArray sums) {
    return switch (activation) {
      case IDENTITY -> sums;
      case RELU -> ai.djl.nn.Activation.relu(sums);
      case TANH -> sums.tanh();
    };
  }

  private NDArray convolution(LayerSpec layer, String prefix, NDArray rows) {
    ConvolutionShape shape = layer.convolution().orElseThrow();
    NDArray images = rows.reshape(-1, shape.channels(), shape.height(), shape.width());
    NDArray sums =
        Conv2d.conv2d(
                images,
                weights.apply(prefix + "weight"),
                weights.apply(prefix + "bias"),
                new Shape(shape.stride(), shape.stride()),
                new Shape(0, 0),
                new Shape(1, 1))
            .singletonOrThrow();
    return activate(layer.activation(), sums).reshape(-1, shape.outputs());
  }

  private NDArray shared(LayerSpec layer, String prefix, NDArray input) {
    SharedSlices slices = layer.shared().orElseThrow();
    NDArray rows = input.reshape(-1, layer.inputs());
    boolean extras = layer.inputs() > slices.inputs();
    NDList parts = extras ? rows.split(new long[] {slices.inputs()}, 1) : new NDList(rows);
    NDArray each = parts.get(0).reshape(-1, slices.network().inputs());
    NDArray features = chain(slices.network(), prefix + "shared.", each);
    NDArray pooled = pool(slices, each, features);
    NDArray out = extras ? NDArrays.concat(new NDList(pooled, parts.get(1)), 1) : pooled;
    return out.reshape(
        input.getShape().slice(0, input.getShape().dimension() - 1).add(layer.outputs()));
  }

  private NDArray chain(NetworkSpec network, String prefix, NDArray rows) {
    NDArray value = rows;
    for (int i = 0; i < network.layers().size(); i++) {
      value = run(network.layers().get(i), prefix + "layers." + i + ".", value);
    }
    return value;
  }

  /** Maximum over the slices of each group: features (batch · slices, d) to (batch, groups · d). */
  private static NDArray pool(SharedSlices slices, NDArray each, NDArray features) {
    int size = slices.network().outputs();
    if (slices.slices() == slices.groups().size() && slices.excluded().isEmpty()) {
      return features.reshape(-1, (long) slices.slices() * size);
    }
    if (slices.excluded().isEmpty()) {
      return maxima(slices.groups(), features.reshape(-1, slices.slices(), size));
    }
    // 1 where a slice counts
    NDArray seen =
        each.neq(slices.excluded().get())
            .toType(features.getDataType(), false)
            .max(new int[] {1}, true);
    if (endsWithRelu(slices.network())) {
      // nothing is below 0, so zeros in place of what is excluded change no maximum
      return maxima(slices.groups(), features.mul(seen).reshape(-1, slices.slices(), size));
    }
    NDArray lowered = features.mul(seen).add(Scaled.by(seen.sub(1), GREAT));
    NDArray any = maxima(slices.groups(), seen.reshape(-1, slices.slices(), 1));
    NDArray most = maxima(slices.groups(), lowered.reshape(-1, slices.slices(), size));
    NDArray byGroup = most.reshape(-1, slices.groups().size(), size);
    // zero is added so that nothing becomes -0
    return byGroup
        .mul(any.reshape(-1, slices.groups().size(), 1))
        .add(0f)
        .reshape(-1, (long) slices.groups().size() * size);
  }

  private static boolean endsWithRelu(NetworkSpec network) {
    LayerSpec last = network.layers().get(network.layers().size() - 1);
    return last.kind() != LayerKind.SHARED && last.activation() == Activation.RELU;
  }

  /** First over runs of the greatest size that divides every group, then over what is left. */
  private static NDArray maxima(List<Integer> groups, NDArray values) {
    int run = groups.stream().reduce(0, LayerForward::divisor);
    long size = values.getShape().get(2);
    NDArray runs =
        run == 1
            ? values
            : values.reshape(-1, values.getShape().get(1) / run, run, size).max(new int[] {2});
    if (groups.stream().allMatch(group -> group == run)) {
      return runs.reshape(-1, groups.size() * size);
    }
    NDList results = new NDList();
    NDList parts = runs.split(cuts(groups, run), 1);
    parts.forEach(part -> results.add(part.max(new int[] {1})));
    return NDArrays.concat(results, 1);
  }

  private static long[] cuts(List<Integer> groups, int run) {
    long[] cuts = new long[groups.size() - 1];
    long at = 0;
    for (int i = 0; i < cuts.length; i++) {
      at += groups.get(i) / run;
      cuts[i] = at;
    }
    return cuts;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
