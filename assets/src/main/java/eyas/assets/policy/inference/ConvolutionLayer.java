package eyas.assets.policy.inference;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/** Filters over an image [channel][row][column]: one affine map of the patch at every place. */
final class ConvolutionLayer implements Layer {
  private final ConvolutionShape shape;
  private final Activation activation;
  private final Affine filters;
  private final float[] patch;
  private final float[] sums;

  ConvolutionLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    shape = spec.convolution().orElseThrow();
    activation = spec.activation();
    filters = Affine.of(weights.get(prefix + "weight"), weights.get(prefix + "bias"));
    patch = new float[shape.patch()];
    sums = new float[PackedAffine.padded(shape.filters())];
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    int area = shape.outputHeight() * shape.outputWidth();
    int place = 0;
    for (int row = 0; row < shape.outputHeight(); row++) {
      for (int column = 0; column < shape.outputWidth(); column++) {
        gather(input, row * shape.stride(), column * shape.stride());
        filters.apply(patch, 0, sums);
        Numerics.activate(activation, sums, shape.filters());
        for (int filter = 0; filter < shape.filters(); filter++) {
          output[filter * area + place] = sums[filter];
        }
        place++;
      }
    }
  }

  /** Copies the patch [channel][row][column] whose first corner is given. */
  private void gather(float[] image, int top, int left) {
    int kernel = shape.kernel();
    int to = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < kernel; row++) {
        int from = (channel * shape.height() + top + row) * shape.width() + left;
        System.arraycopy(image, from, patch, to, kernel);
        to += kernel;
      }
    }
  }
}
