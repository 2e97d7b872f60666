package eyas.distill.vision;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.SharedSlices;
import eyas.sim.device.KernelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An encoder of pictures that {@code images.cl} computes: convolutions with relu and a dense layer,
 * with filters and latents in eights.
 *
 * @param pictures number of pictures of a sample
 * @param convolutions from the picture on
 * @param dense the layer behind them
 */
record ImageShape(int pictures, List<ConvolutionShape> convolutions, LayerSpec dense) {
  private static final int BLOCK = 8;

  /** Returns what fits the kernels, or nothing. */
  static Optional<ImageShape> find(NetworkSpec student) {
    Optional<SharedSlices> shared = student.layers().get(0).shared();
    if (shared.isEmpty() || shared.get().slices() != shared.get().groups().size()) {
      return Optional.empty();
    }
    List<LayerSpec> layers = shared.get().network().layers();
    int last = layers.size() - 1;
    boolean fits =
        last >= 1
            && shared.get().excluded().isEmpty()
            && layers.subList(0, last).stream().allMatch(ImageShape::isConvolution)
            && layers.get(last).kind() == LayerKind.DENSE
            && layers.get(last).outputs() % BLOCK == 0;
    if (!fits) {
      return Optional.empty();
    }
    List<ConvolutionShape> shapes =
        layers.subList(0, last).stream().map(l -> l.convolution().orElseThrow()).toList();
    return Optional.of(new ImageShape(shared.get().slices(), shapes, layers.get(last)));
  }

  private static boolean isConvolution(LayerSpec layer) {
    return layer.kind() == LayerKind.CONVOLUTION
        && layer.activation() == Activation.RELU
        && layer.outputs() > 0
        && layer.convolution().orElseThrow().filters() % BLOCK == 0;
  }

  /** Returns the pixels of a picture. */
  int pixels() {
    return convolutions.get(0).inputs();
  }

  /** Returns the size of a latent. */
  int latent() {
    return dense.outputs();
  }

  /** Returns the number of weights. */
  int weights() {
    return weight(convolutions.size()) + dense.outputs() * (dense.inputs() + 1);
  }

  // where the weights of layer i begin
  private int weight(int i) {
    return convolutions.subList(0, i).stream().mapToInt(c -> c.filters() * (c.patch() + 1)).sum();
  }

  // row of a record in which the input of layer i begins; the adjoints lie behind the latents
  private int row(int i) {
    return convolutions.subList(0, i).stream().mapToInt(ConvolutionShape::inputs).sum();
  }

  private int latentRow() {
    return row(convolutions.size()) + dense.inputs();
  }

  // row in which the adjoint of the input of layer i begins; the pictures need none
  private int adjoint(int i) {
    return latentRow() + latent() + row(i) - pixels();
  }

  /** Returns the rows of a record. */
  int rows() {
    return (adjoint(convolutions.size()) + dense.inputs() + latent()) | 1;
  }

  /** Describes the shape to the kernels. */
  KernelSource define(KernelSource source) {
    int last = convolutions.size();
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    List<String> gradient = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      ConvolutionShape c = convolutions.get(i);
      int weight = weight(i);
      int bias = weight + c.filters() * c.patch();
      String sizes =
          "%d, %d, %d, %d, %d, %d, %d, %d"
              .formatted(
                  c.channels(),
                  c.height(),
                  c.width(),
                  c.filters(),
                  c.kernel(),
                  c.stride(),
                  c.outputHeight(),
                  c.outputWidth());
      forward.add(
          "image_convolve(weights + %d, weights + %d, record, groups, %d, %d, %s);"
              .formatted(weight, bias, row(i), row(i + 1), sizes));
      gradient.add(
          "image_convolve_gradient(sum + %d, sum + %d, tape, groups, at, end, %d, %d, %s);"
              .formatted(weight, bias, row(i), adjoint(i + 1), sizes));
      if (i > 0) {
        backward.add(
            0,
            "image_convolve_adjoint(weights + %d, record, groups, %d, %d, %d, %s);"
                .formatted(weight, row(i), adjoint(i), adjoint(i + 1), sizes));
      }
    }
    return source
        .define("PIXELS", pixels())
        .define("TAPE_ROWS", rows())
        .define("ALL_WEIGHTS", weights())
        .define("LATENT", latent())
        .define("LATENT_ROW", latentRow())
        .define("LATENT_ADJOINT", adjoint(last) + dense.inputs())
        .define("LATENT_TANH", dense.activation() == Activation.TANH ? 1 : 0)
        .define("LATENT_RELU", dense.activation() == Activation.RELU ? 1 : 0)
        .define("DENSE_INPUTS", dense.inputs())
        .define("DENSE_WEIGHT", weight(last))
        .define("DENSE_BIAS", weight(last) + latent() * dense.inputs())
        .define("DENSE_ROW", row(last))
        .define("DENSE_ADJOINT", adjoint(last))
        .define("FORWARD_LAYERS", String.join(" ", forward))
        .define("BACKWARD_LAYERS", String.join(" ", backward))
        .define("GRADIENT_LAYERS", String.join(" ", gradient));
  }
}
