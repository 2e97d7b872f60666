package eyas.rules.bad.policies;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Breaks a rule three ways and another once; the rest is allowed. */
public final class Unscaled {
  private Unscaled() {}

  static NDArray doubled(NDArray array) {
    return array.mul(2);
  }

  static NDArray halved(NDArray array) {
    return array.divi(2);
  }

  static NDArray borrowed(NDManager manager, float[] values) {
    return manager.create(values);
  }

  static NDArray empty(NDManager manager) {
    return manager.create(new Shape(2, 3));
  }

  static NDArray atLeastZero(NDArray array) {
    return NDArrays.maximum(array, 0);
  }

  static NDArray squared(NDArray array) {
    return array.mul(array);
  }

  static NDArray moved(NDArray array) {
    return array.add(2);
  }
}
