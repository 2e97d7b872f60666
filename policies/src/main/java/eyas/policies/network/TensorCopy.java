package eyas.policies.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Copies between Java arrays and DJL arrays of single or double precision. */
final class TensorCopy {
  private TensorCopy() {}

  static Shape shape(List<Integer> sizes) {
    return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
  }

  static void set(NDArray target, float[] values) {
    if (target.getDataType() == DataType.FLOAT64) {
      double[] wide = new double[values.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = values[i];
      }
      target.set(wide);
    } else {
      target.set(values);
    }
  }

  static float[] floats(NDArray source) {
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
}
