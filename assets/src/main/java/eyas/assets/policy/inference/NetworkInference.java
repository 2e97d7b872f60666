package eyas.assets.policy.inference;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * A chain of layers in plain Java. It owns scratch memory: one instance belongs to one thread at a
 * time.
 */
public final class NetworkInference implements PolicyInference {
  private final Chain chain;
  private final float[] mean;
  private final float[] scale;
  private final int actions;
  private final int stateSize;

  /**
   * Builds the network.
   *
   * @param network layers
   * @param normaliser applied to every observation
   * @param weights by the names and shapes of {@link NetworkSpec#weightShapes()}
   */
  public NetworkInference(NetworkSpec network, Normaliser normaliser, Map<String, Tensor> weights) {
    chain = new Chain(network, weights, "");
    mean = floats(normaliser.mean());
    scale = floats(normaliser.scale());
    actions = network.outputs();
    stateSize = network.stateSize();
  }

  private static float[] floats(java.util.List<Float> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i);
    }
    return result;
  }

  @Override
  public int observations() {
    return mean.length;
  }

  @Override
  public int actions() {
    return actions;
  }

  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public void reset(float[] state, int stateOffset) {
    Arrays.fill(state, stateOffset, stateOffset + stateSize, 0f);
  }

  @Override
  public void step(
      float[] observation,
      int observationOffset,
      float[] state,
      int stateOffset,
      float[] action,
      int actionOffset) {
    // normalise
    float[] input = chain.input();
    for (int i = 0; i < input.length; i++) {
      input[i] = (observation[observationOffset + i] - mean[i]) * scale[i];
    }
    // layer by layer
    System.arraycopy(chain.run(state, stateOffset), 0, action, actionOffset, actions);
  }
}
