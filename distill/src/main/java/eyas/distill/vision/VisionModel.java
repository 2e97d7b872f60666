package eyas.distill.vision;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkBlock;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.Scaled;
import eyas.policies.network.TensorCopy;
import java.util.Arrays;

/**
 * A student that sees images, in DJL. Its weights also lie in one flat array, which is the truth;
 * the DJL arrays follow it. Batches are computed in parts whose values stay in the cache.
 */
final class VisionModel implements AutoCloseable {
  private static final int VALUES_AT_ONCE = 1 << 22;
  private static final int LEAST_AT_ONCE = 16;

  private final NDManager manager;
  private final NetworkBlock block;
  private final float[] weights;
  private final int objects;
  private final int features;
  private final int samplesAtOnce;

  VisionModel(NDManager manager, NetworkWeights first) {
    this.manager = manager;
    NetworkSpec spec = first.spec();
    block = new NetworkBlock(manager, spec, DataType.FLOAT32);
    weights = first.flat();
    objects = spec.layers().get(0).shared().orElseThrow().groups().size();
    features = spec.layers().get(0).shared().orElseThrow().network().outputs();
    samplesAtOnce = Math.max(LEAST_AT_ONCE, VALUES_AT_ONCE / spec.valueCount());
    push();
  }

  NetworkSpec spec() {
    return block.spec();
  }

  int objects() {
    return objects;
  }

  float[] weights() {
    return weights;
  }

  NetworkWeights named() {
    return NetworkWeights.fromFlat(spec(), weights);
  }

  /** Copies the flat weights to the DJL arrays. */
  void push() {
    int at = 0;
    for (NDArray array : block.arrays()) {
      int size = (int) array.size();
      TensorCopy.set(array, Arrays.copyOfRange(weights, at, at + size));
      at += size;
    }
  }

  /**
   * Computes one step.
   *
   * @param rows (environments, inputs)
   * @param hidden (environments, state), advanced in place
   * @param keep (environments), 0 where an episode begins
   * @param actions written, (environments, actions)
   */
  void act(float[] rows, float[] hidden, float[] keep, float[] actions) {
    int state = spec().stateSize();
    for (int from = 0; from < keep.length; from += samplesAtOnce) {
      int to = Math.min(keep.length, from + samplesAtOnce);
      try (NDManager scope = manager.newSubManager()) {
        NDList out =
            run(
                scope,
                Arrays.copyOfRange(rows, from * spec().inputs(), to * spec().inputs()),
                Arrays.copyOfRange(hidden, from * state, to * state),
                Arrays.copyOfRange(keep, from, to),
                1);
        copy(out.get(1), actions, from * spec().outputs());
        if (state > 0) {
          copy(out.get(2), hidden, from * state);
        }
      }
    }
  }

  private static void copy(NDArray from, float[] to, int at) {
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, at, values.length);
  }

  /** Latents (samples, ...), actions (samples, actions), and the last memory if there is one. */
  private NDList run(NDManager scope, float[] rows, float[] hidden, float[] keep, int steps) {
    int batch = keep.length / steps;
    int inputs = spec().inputs();
    NDArray latents =
        block.forward(TensorCopy.create(scope, rows, new Shape(keep.length, inputs)), 0, 1);
    if (spec().stateSize() == 0) {
      return new NDList(latents, block.forward(latents, 1, spec().layers().size()));
    }
    NDList out =
        block.forward(
            latents.reshape(steps, batch, latents.getShape().get(1)),
            TensorCopy.create(scope, hidden, new Shape(batch, spec().stateSize())),
            TensorCopy.create(scope, keep, new Shape(steps, batch, 1)),
            1);
    return new NDList(latents, out.get(0).reshape(keep.length, spec().outputs()), out.get(1));
  }

  /**
   * Computes action loss + weight · relation loss of a window and its gradient.
   *
   * @param window experience
   * @param weight λ of the relation loss
   * @param gradient written
   * @return action loss and relation loss, means over the samples
   */
  double[] gradient(VisionWindow window, double weight, float[] gradient) {
    int most = Math.max(1, samplesAtOnce / window.steps());
    int parts = (window.environments() + most - 1) / most;
    int[] order = new int[window.environments()];
    Arrays.setAll(order, e -> e);
    double[] losses = new double[2];
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      for (int i = 0; i < parts; i++) {
        int from = order.length * i / parts;
        int to = order.length * (i + 1) / parts;
        part(
            window.pick(order, from, to),
            weight,
            (to - from) / (double) order.length,
            collector,
            losses);
      }
    }
    takeGradient(gradient);
    return losses;
  }

  private void part(
      VisionWindow part,
      double weight,
      double share,
      GradientCollector collector,
      double[] losses) {
    int samples = part.keep().length;
    try (NDManager scope = manager.newSubManager()) {
      NDList out = run(scope, part.rows(), part.hidden(), part.keep(), part.steps());
      NDArray wanted =
          TensorCopy.create(scope, part.actions(), new Shape(samples, spec().outputs()));
      NDArray action = out.get(1).sub(wanted).square().mean();
      NDArray total = action;
      if (weight > 0) {
        NDArray own = out.get(0).get(":, 0:" + objects * features);
        NDArray relation =
            Relations.distance(
                Relations.cosines(own.reshape(samples, objects, features)),
                TensorCopy.create(scope, part.relations(), new Shape(samples, objects, objects)));
        total = action.add(Scaled.by(relation, weight));
        losses[1] += share * relation.toFloatArray()[0];
      }
      losses[0] += share * action.toFloatArray()[0];
      collector.backward(Scaled.by(total, share));
    }
  }

  private void takeGradient(float[] out) {
    int at = 0;
    for (NDArray array : block.arrays()) {
      try (NDArray gradient = array.getGradient()) {
        copy(gradient, out, at);
        at += (int) gradient.size();
        gradient.subi(gradient);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
