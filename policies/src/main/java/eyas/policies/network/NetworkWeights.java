package eyas.policies.network;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The learned values of a network, as PyTorch names and orders them: {@code
 * layers.I.weight|bias|weight_ih|weight_hh|bias_ih|bias_hh}, row-major [output][input].
 *
 * @param spec architecture
 * @param tensors values by full tensor name; the arrays are copied on the way in
 */
public record NetworkWeights(NetworkSpec spec, Map<String, float[]> tensors) {
  /** Checks names and sizes and copies the values in the order of the architecture. */
  public NetworkWeights {
    Map<String, List<Integer>> shapes = spec.weightShapes();
    if (!shapes.keySet().equals(tensors.keySet())) {
      throw new NetworkException(
          "The network needs the tensors "
              + shapes.keySet()
              + ", but got "
              + tensors.keySet()
              + ".");
    }
    Map<String, float[]> copies = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
      float[] values = tensors.get(entry.getKey());
      if (values.length != count(entry.getValue())) {
        throw new NetworkException(
            "Tensor "
                + entry.getKey()
                + " of shape "
                + entry.getValue()
                + " cannot hold "
                + values.length
                + " values.");
      }
      copies.put(entry.getKey(), values.clone());
    }
    tensors = Collections.unmodifiableMap(copies);
  }

  /** Returns the weights of a bundle. */
  public static NetworkWeights of(PolicyBundle bundle) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    bundle.weights().forEach((name, tensor) -> tensors.put(name, tensor.values()));
    return new NetworkWeights(bundle.contract().network(), tensors);
  }

  /** Returns the values of one tensor, not a copy. */
  public float[] tensor(String name) {
    return tensors.get(name);
  }

  /** Returns all values one after the other, in the order of the architecture. */
  public float[] flat() {
    float[] all = new float[spec.weightCount()];
    int at = 0;
    for (float[] values : tensors.values()) {
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  /** Returns weights from the values of {@link #flat()}. */
  public static NetworkWeights fromFlat(NetworkSpec spec, float[] all) {
    if (all.length != spec.weightCount()) {
      throw new NetworkException(
          "The network has " + spec.weightCount() + " values, but got " + all.length + ".");
    }
    Map<String, float[]> tensors = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, List<Integer>> entry : spec.weightShapes().entrySet()) {
      int count = count(entry.getValue());
      tensors.put(entry.getKey(), Arrays.copyOfRange(all, at, at + count));
      at += count;
    }
    return new NetworkWeights(spec, tensors);
  }

  private static int count(List<Integer> shape) {
    return shape.stream().reduce(1, (a, b) -> a * b);
  }
}
