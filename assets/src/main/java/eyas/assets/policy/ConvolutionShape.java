package eyas.assets.policy;

import java.util.List;

/**
 * The shape of a convolution without padding. Images are flat, [channel][row][column], on both
 * sides.
 *
 * @param channels of the input
 * @param height rows of the input
 * @param width columns of the input
 * @param filters channels of the output
 * @param kernel rows and columns of a filter
 * @param stride step of the filters, down and across
 */
public record ConvolutionShape(
    int channels, int height, int width, int filters, int kernel, int stride) {
  /** Refuses what is not positive and filters that are larger than the image. */
  public ConvolutionShape {
    BundleException.require(
        channels >= 1 && filters >= 1 && kernel >= 1 && stride >= 1,
        "A convolution of "
            + channels
            + " channels, "
            + filters
            + " filters, kernel "
            + kernel
            + " and stride "
            + stride
            + " is not possible; all must be at least 1.");
    BundleException.require(
        kernel <= Math.min(height, width),
        "A filter of "
            + kernel
            + " x "
            + kernel
            + " does not fit into an image of "
            + height
            + " x "
            + width
            + "; use a smaller kernel or fewer layers.");
  }

  /** Rows of the output. */
  public int outputHeight() {
    return (height - kernel) / stride + 1;
  }

  /** Columns of the output. */
  public int outputWidth() {
    return (width - kernel) / stride + 1;
  }

  /** Numbers that one output depends on. */
  public int patch() {
    return channels * kernel * kernel;
  }

  /** Numbers of the input. */
  public int inputs() {
    return channels * height * width;
  }

  /** Numbers of the output. */
  public int outputs() {
    return filters * outputHeight() * outputWidth();
  }

  /** Shape of the weights: [filter][channel][row][column]. */
  List<Integer> weightShape() {
    return List.of(filters, channels, kernel, kernel);
  }
}
