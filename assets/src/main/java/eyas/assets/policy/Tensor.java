package eyas.assets.policy;

import java.util.Arrays;
import java.util.List;

/** An immutable block of single-precision numbers with a shape, row-major. */
public final class Tensor {
  private final List<Integer> shape;
  private final float[] values;

  private Tensor(List<Integer> shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** A copy of the values with a shape, such as {@code of(w, 16, 22)} for [output][input]. */
  public static Tensor of(float[] values, int... shape) {
    return of(values, Arrays.stream(shape).boxed().toList());
  }

  /** A copy of the values with a shape. */
  public static Tensor of(float[] values, List<Integer> shape) {
    BundleException.require(
        count(shape) == values.length,
        "A tensor of shape "
            + shape
            + " needs "
            + count(shape)
            + " values, not "
            + values.length
            + ".");
    return new Tensor(List.copyOf(shape), values.clone());
  }

  /** Sizes, outermost first. */
  public List<Integer> shape() {
    return shape;
  }

  /** A copy of the values, row-major. */
  public float[] values() {
    return values.clone();
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** One value by its row-major position. */
  public float get(int index) {
    return values[index];
  }

  /** Whether no value is infinite or not a number. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static long count(List<Integer> shape) {
    long product = 1;
    for (int size : shape) {
      BundleException.require(
          size >= 0 && product <= Integer.MAX_VALUE, "The shape " + shape + " is impossible.");
      product *= size;
    }
    return product;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && tensor.shape.equals(shape)
        && Arrays.equals(tensor.values, values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
