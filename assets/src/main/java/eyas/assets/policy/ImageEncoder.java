package eyas.assets.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One convolutional encoder for several images of one channel, such as depth images of an object
 * each. Every convolution is followed by ReLU.
 *
 * @param images number of images
 * @param height rows of an image
 * @param width columns of an image
 * @param convolutions from the image on
 * @param features size of an image's latent, the outputs of a dense layer behind the convolutions
 * @param activation of that dense layer
 */
public record ImageEncoder(
    int images,
    int height,
    int width,
    List<Filters> convolutions,
    int features,
    Activation activation) {
  /**
   * Filters of one convolution.
   *
   * @param filters number of filters
   * @param kernel rows and columns of each
   * @param stride step
   */
  public record Filters(int filters, int kernel, int stride) {}

  /** Keeps an immutable copy. */
  public ImageEncoder {
    convolutions = List.copyOf(convolutions);
    BundleException.require(images >= 1, "An image encoder needs at least one image.");
  }

  /** Numbers of all images. */
  public int inputs() {
    return images * height * width;
  }

  /**
   * The layer.
   *
   * @param extras inputs behind the images, such as the previous action
   */
  public LayerSpec layer(int extras) {
    List<LayerSpec> layers = new ArrayList<>();
    int channels = 1;
    int rows = height;
    int columns = width;
    for (Filters next : convolutions) {
      ConvolutionShape shape =
          new ConvolutionShape(
              channels, rows, columns, next.filters(), next.kernel(), next.stride());
      layers.add(LayerSpec.convolution(shape, Activation.RELU));
      channels = next.filters();
      rows = shape.outputHeight();
      columns = shape.outputWidth();
    }
    layers.add(LayerSpec.dense(channels * rows * columns, features, activation));
    List<Integer> each = Collections.nCopies(images, 1);
    return LayerSpec.shared(
        new SharedSlices(new NetworkSpec(layers), each, Optional.empty()), extras);
  }
}
