package eyas.policies.network;

import ai.djl.ndarray.NDArray;

/**
 * Products with numbers where gradients are taken. DJL gives PyTorch a number as the memory of a
 * Java buffer and lets go of that buffer at once, while PyTorch keeps the memory for the backward
 * pass: a garbage collection between the two passes makes the gradient whatever is there by then.
 * So {@code mul}, {@code div}, {@code pow}, {@code minimum} and {@code maximum} of a number are not
 * used elsewhere.
 */
public final class Scaled {
  private Scaled() {}

  /**
   * Returns a product, in the manager of the array.
   *
   * @param array any shape, floating point
   * @param factor number, rounded to the array's data type
   */
  public static NDArray by(NDArray array, double factor) {
    // the copy is in memory that PyTorch owns; the conversion copies only where types differ
    try (NDArray borrowed = array.getManager().create(factor);
        NDArray owned = borrowed.duplicate();
        NDArray typed = owned.toType(array.getDataType(), false)) {
      return array.mul(typed);
    }
  }
}
