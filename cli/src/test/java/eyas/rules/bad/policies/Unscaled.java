package eyas.rules.bad.policies;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;

/** Breaks a rule in two ways; the last two methods are allowed. */
public final class Unscaled {
  private Unscaled() {}

  static NDArray doubled(NDArray array) {
    return array.mul(2);
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
