package eyas.distill.loop;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.NetworkSpec;
import eyas.distill.target.Gaussians;
import eyas.policies.network.NetworkBlock;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TensorCopy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A student in DJL: a network of means and one deviation an action. All weights also lie in one
 * flat array (network, then log deviations), which is the truth; the DJL arrays follow it.
 */
final class SequenceModel implements AutoCloseable {
  private final NDManager manager;
  private final NetworkBlock block;
  private final NDArray logDeviation;
  private final List<NDArray> arrays = new ArrayList<>();
  private final float[] weights;

  SequenceModel(NDManager manager, NetworkWeights first, double deviation) {
    NetworkSpec spec = first.spec();
    this.manager = manager;
    block = new NetworkBlock(manager, spec, DataType.FLOAT32);
    logDeviation = manager.zeros(new Shape(1, 1, spec.outputs()), DataType.FLOAT32);
    logDeviation.setRequiresGradient(true);
    arrays.addAll(block.arrays());
    arrays.add(logDeviation);
    weights = Arrays.copyOf(first.flat(), spec.weightCount() + spec.outputs());
    Arrays.fill(weights, spec.weightCount(), weights.length, (float) Math.log(deviation));
    push();
  }

  float[] weights() {
    return weights;
  }

  NetworkSpec spec() {
    return block.spec();
  }

  NetworkWeights named() {
    return NetworkWeights.fromFlat(spec(), Arrays.copyOf(weights, spec().weightCount()));
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

  /**
   * Computes one step of a batch.
   *
   * @param rows (batch, inputs)
   * @param hidden (batch, state), advanced in place
   * @param keep (batch), 0 where an episode begins
   * @param means written, (batch, actions)
   */
  void act(float[] rows, float[] hidden, float[] keep, float[] means) {
    try (NDManager scope = manager.newSubManager()) {
      NDList out = run(scope, rows, hidden, keep, 1, keep.length);
      System.arraycopy(out.get(0).toFloatArray(), 0, means, 0, means.length);
      if (hidden.length > 0) {
        System.arraycopy(out.get(1).toFloatArray(), 0, hidden, 0, hidden.length);
      }
    }
  }

  private NDList run(
      NDManager scope, float[] rows, float[] hidden, float[] keep, int steps, int batch) {
    int inputs = spec().inputs();
    if (hidden.length == 0) {
      NDArray flat =
          block.forward(TensorCopy.create(scope, rows, new Shape((long) steps * batch, inputs)));
      return new NDList(flat.reshape(steps, batch, spec().outputs()));
    }
    return block.forward(
        TensorCopy.create(scope, rows, new Shape(steps, batch, inputs)),
        TensorCopy.create(scope, hidden, new Shape(batch, spec().stateSize())),
        TensorCopy.create(scope, keep, new Shape(steps, batch, 1)));
  }

  /** Computes the loss of a window and its gradient through time. */
  double gradient(SequenceWindow window, SequenceLoss loss, float[] out) {
    double value;
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray means =
          run(
                  scope,
                  window.rows(),
                  window.firstHidden(),
                  window.keep(),
                  window.steps(),
                  window.environments())
              .get(0);
      NDArray total = loss.of(new Gaussians(means, logDeviation), window, scope);
      collector.backward(total);
      value = total.toFloatArray()[0];
    }
    takeGradient(out);
    return value;
  }

  private void takeGradient(float[] out) {
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

  @Override
  public void close() {
    manager.close();
  }
}
