package eyas.policies.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkBlock;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TensorCopy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Actor, critic and the logarithm of the actions' standard deviation. All weights also lie in one
 * flat Java array (actor, critic, deviation), which is the truth; the DJL arrays follow it.
 */
final class PpoModel implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 8192;
  private static final int VALUES_AT_ONCE = 1 << 21;
  private static final int LEAST_AT_ONCE = 64;

  private final NDManager manager;
  private final NetworkBlock actor;
  private final NetworkBlock critic;
  private final NDArray logDeviation;
  private final List<NDArray> arrays = new ArrayList<>();
  private final float[] weights;

  PpoModel(NDManager manager, NetworkSpec actorSpec, NetworkSpec criticSpec, DataType type) {
    this.manager = manager;
    actor = new NetworkBlock(manager, actorSpec, type);
    critic = new NetworkBlock(manager, criticSpec, type);
    logDeviation = manager.zeros(new Shape(1, actorSpec.outputs()), type);
    logDeviation.setRequiresGradient(true);
    arrays.addAll(actor.arrays());
    arrays.addAll(critic.arrays());
    arrays.add(logDeviation);
    weights = new float[actorSpec.weightCount() + criticSpec.weightCount() + actorSpec.outputs()];
  }

  /** Replaces all weights. */
  void initialise(NetworkWeights actorWeights, NetworkWeights criticWeights, double deviation) {
    float[] first = actorWeights.flat();
    float[] second = criticWeights.flat();
    System.arraycopy(first, 0, weights, 0, first.length);
    System.arraycopy(second, 0, weights, first.length, second.length);
    Arrays.fill(weights, first.length + second.length, weights.length, (float) Math.log(deviation));
    push();
  }

  /** Replaces the actor's weights. */
  void begin(NetworkWeights actorWeights) {
    float[] first = actorWeights.flat();
    System.arraycopy(first, 0, weights, 0, first.length);
    push();
  }

  /** The flat weights; call {@link #push()} after changing them. */
  float[] weights() {
    return weights;
  }

  /** Copies the flat weights to the DJL arrays. */
  void push() {
    int at = 0;
    for (NDArray array : arrays) {
      int size = (int) array.size();
      TensorCopy.set(array, Arrays.copyOfRange(weights, at, at + size));
      at += size;
    }
  }

  /** Copies the accumulated gradient to {@code out} and sets it to zero. */
  void takeGradient(float[] out) {
    int at = 0;
    for (NDArray array : arrays) {
      try (NDArray gradient = array.getGradient()) {
        float[] values = TensorCopy.floats(gradient);
        System.arraycopy(values, 0, out, at, values.length);
        at += values.length;
        gradient.subi(gradient);
      }
    }
  }

  /** The actor's weights. */
  NetworkWeights actorWeights() {
    return NetworkWeights.fromFlat(
        actor.spec(), Arrays.copyOf(weights, actor.spec().weightCount()));
  }

  /** The standard deviation of every action. */
  float[] deviation() {
    float[] values = Arrays.copyOfRange(weights, weights.length - actions(), weights.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(values[i]);
    }
    return values;
  }

  int actions() {
    return actor.spec().outputs();
  }

  NetworkBlock actor() {
    return actor;
  }

  NetworkBlock critic() {
    return critic;
  }

  NDArray logDeviation() {
    return logDeviation;
  }

  NDManager manager() {
    return manager;
  }

  /** Mean actions of normalised rows (n, inputs) to {@code out} (n, actions). */
  void means(float[] rows, float[] out) {
    run(actor, rows, rows.length / actor.spec().inputs(), out);
  }

  /** Normalised values of the first {@code count} rows (count, inputs) to {@code out} (count). */
  void values(float[] rows, int count, float[] out) {
    run(critic, rows, count, out);
  }

  /** Number of samples whose intermediate values stay in the cache. */
  static int rowsAtOnce(NetworkSpec spec) {
    return Math.max(LEAST_AT_ONCE, VALUES_AT_ONCE / spec.valueCount());
  }

  private void run(NetworkBlock block, float[] rows, int count, float[] out) {
    int most = Math.min(ROWS_AT_ONCE, rowsAtOnce(block.spec()));
    int inputs = block.spec().inputs();
    int outputs = block.spec().outputs();
    for (int from = 0; from < count; from += most) {
      int to = Math.min(count, from + most);
      try (NDManager scope = manager.newSubManager()) {
        float[] part = Arrays.copyOfRange(rows, from * inputs, to * inputs);
        float[] result =
            block
                .forward(TensorCopy.create(scope, part, new Shape(to - from, inputs)))
                .toFloatArray();
        System.arraycopy(result, 0, out, from * outputs, result.length);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
