package eyas.distill.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.SharedSlices;
import eyas.distill.DistillException;
import eyas.policies.network.NetworkBlock;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TensorCopy;
import eyas.policies.network.TorchEngine;
import java.util.Arrays;

/**
 * A memoryless network whose first layer encodes groups of points; it labels states with its action
 * and with how its latents lie to one another.
 */
public final class VisionTeacher implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 512;

  private final String group;
  private final NetworkWeights weights;
  private final Normaliser normaliser;
  private final NDManager manager;
  private final NetworkBlock block;

  /**
   * Creates the teacher.
   *
   * @param group observation group that it sees
   * @param weights its network; the first layer must be shared by slices
   * @param normaliser of its observation
   */
  public VisionTeacher(String group, NetworkWeights weights, Normaliser normaliser) {
    if (weights.spec().stateSize() > 0
        || weights.spec().layers().get(0).shared().isEmpty()
        || weights.spec().layers().size() < 2) {
      throw new DistillException(
          "The teacher of a vision student must be a network without memory whose first layer is"
              + " shared by groups of points, with a head behind it.");
    }
    this.group = group;
    this.weights = weights;
    this.normaliser = normaliser;
    manager = TorchEngine.open(1);
    block = new NetworkBlock(manager, weights.spec(), DataType.FLOAT32);
    block.setWeights(weights);
  }

  /** Returns the observation group that it sees. */
  public String group() {
    return group;
  }

  /** Returns its network. */
  public NetworkWeights weights() {
    return weights;
  }

  /** Returns the groups that it encodes. */
  SharedSlices slices() {
    return weights.spec().layers().get(0).shared().orElseThrow();
  }

  /**
   * Labels states.
   *
   * @param rows observations (environments, features)
   * @param objects number of first groups that the student sees too
   * @param actions written, (environments, actions)
   * @param relations written, (environments, objects, objects)
   */
  public void label(float[] rows, int objects, float[] actions, float[] relations) {
    NetworkSpec spec = weights.spec();
    int count = rows.length / spec.inputs();
    float[] normal = normalised(rows);
    for (int from = 0; from < count; from += ROWS_AT_ONCE) {
      int to = Math.min(count, from + ROWS_AT_ONCE);
      try (NDManager scope = manager.newSubManager()) {
        float[] part = Arrays.copyOfRange(normal, from * spec.inputs(), to * spec.inputs());
        NDArray latents =
            block.forward(
                TensorCopy.create(scope, part, new Shape(to - from, spec.inputs())), 0, 1);
        NDArray means = block.forward(latents, 1, spec.layers().size());
        copy(means, actions, from * spec.outputs());
        NDArray own = latents.get(":, 0:" + objects * slices().network().outputs());
        NDArray cosines =
            Relations.cosines(own.reshape(to - from, objects, slices().network().outputs()));
        copy(cosines, relations, from * objects * objects);
      }
    }
  }

  private float[] normalised(float[] rows) {
    if (normaliser.isIdentity()) {
      return rows;
    }
    float[] normal = rows.clone();
    int width = normaliser.size();
    for (int i = 0; i < normal.length; i++) {
      float mean = normaliser.mean().get(i % width);
      normal[i] = (normal[i] - mean) * normaliser.scale().get(i % width);
    }
    return normal;
  }

  private static void copy(NDArray from, float[] to, int at) {
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, at, values.length);
  }

  @Override
  public void close() {
    manager.close();
  }
}
