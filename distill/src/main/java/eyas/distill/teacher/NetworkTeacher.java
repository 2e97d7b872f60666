package eyas.distill.teacher;

import eyas.assets.policy.Activation;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.policies.network.NetworkWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A memoryless network that labels states on the host, with the same deviation everywhere. */
public final class NetworkTeacher implements HostTeacher {
  private final String group;
  private final NetworkInference network;
  private final boolean squashed;
  private final float logDeviation;

  /**
   * Creates the teacher.
   *
   * @param group observation group that it sees
   * @param weights its network
   * @param deviation standard deviation of its actions
   */
  public NetworkTeacher(String group, NetworkWeights weights, double deviation) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
    this.group = group;
    this.network =
        new NetworkInference(weights.spec(), Normaliser.identity(weights.spec().inputs()), tensors);
    int last = weights.spec().layers().size() - 1;
    this.squashed = weights.spec().layers().get(last).activation() == Activation.TANH;
    this.logDeviation = (float) Math.log(deviation);
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public boolean squashed() {
    return squashed;
  }

  @Override
  public void label(float[] rows, float[] means, float[] logDeviations) {
    float[] state = new float[network.stateSize()];
    int count = rows.length / network.observations();
    for (int e = 0; e < count; e++) {
      int action = e * network.actions();
      network.step(rows, e * network.observations(), state, 0, means, action);
    }
    Arrays.fill(logDeviations, logDeviation);
  }
}
