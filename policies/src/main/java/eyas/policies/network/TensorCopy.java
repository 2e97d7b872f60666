package eyas.policies.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Copies between Java arrays and DJL arrays of single or double precision. Values always end up in
 * memory that PyTorch owns: DJL's own {@code create} and {@code set} make a tensor point into a
 * Java buffer, which is neither aligned alike in every run nor safe for a gradient.
 */
public final class TensorCopy {
  private TensorCopy() {}

  /** Returns a single-precision array of the given shape in {@code scope}. */
  public static NDArray create(NDManager scope, float[] values, Shape shape) {
    try (NDArray aside = scope.create(values, shape)) {
      return aside.duplicate();
    }
  }

  /** Replaces all values of {@code target} in place. */
  public static void set(NDArray target, float[] values) {
    NDManager manager = target.getManager();
    try (NDArray aside = manager.create(values, target.getShape());
        NDArray typed = aside.toType(target.getDataType(), true)) {
      target.set(new NDIndex("..."), typed);
    }
  }

  /** Returns the values, rounded to single precision. */
  public static float[] floats(NDArray source) {
    if (source.getDataType() != DataType.FLOAT64) {
      return source.toFloatArray();
    }
    double[] wide = source.toDoubleArray();
    float[] values = new float[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) wide[i];
    }
    return values;
  }

  static Shape shape(List<Integer> sizes) {
    return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
  }
}
