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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A student that sees images, in DJL. Its weights also lie in one flat array, which is the truth;
 * the DJL arrays follow it. Every worker has its own copy of the network and a share of the
 * environments, which it computes in parts whose values stay in the cache; gradients are added in
 * the order of the workers.
 */
final class VisionModel implements AutoCloseable {
  private static final int VALUES_AT_ONCE = 1 << 22;
  private static final int LEAST_AT_ONCE = 16;
  private static final long STACK = 64L << 20;

  private final NDManager manager;
  private final List<NetworkBlock> blocks = new ArrayList<>();
  private final ExecutorService beside;
  private final float[] weights;
  private final int objects;
  private final int features;
  private final int samplesAtOnce;
  private final Optional<ImageKernels> encoder;

  /** Creates the model with a number of workers, each of which is a thread. */
  VisionModel(NDManager manager, NetworkWeights first, int workers) {
    this(manager, first, workers, Optional.empty());
  }

  /**
   * Creates the model.
   *
   * @param workers threads that compute the pictures in PyTorch, where no kernels do
   * @param encoder kernels for the pictures; closed with the model
   */
  VisionModel(
      NDManager manager, NetworkWeights first, int workers, Optional<ImageKernels> encoder) {
    this.manager = manager;
    this.encoder = encoder;
    NetworkSpec spec = first.spec();
    for (int i = 0; i < workers; i++) {
      blocks.add(new NetworkBlock(manager, spec, DataType.FLOAT32));
    }
    beside = Executors.newCachedThreadPool(VisionModel::thread);
    weights = first.flat();
    objects = spec.layers().get(0).shared().orElseThrow().groups().size();
    features = spec.layers().get(0).shared().orElseThrow().network().outputs();
    samplesAtOnce = Math.max(LEAST_AT_ONCE, VALUES_AT_ONCE / spec.valueCount());
    push();
  }

  private static Thread thread(Runnable work) {
    // convolutions are compiled on the calling thread, which takes more than Java's usual stack
    Thread thread = new Thread(null, work, "vision", STACK);
    thread.setDaemon(true);
    return thread;
  }

  /** Computes a range of environments with one worker's network. */
  private interface Share {
    void run(int worker, int from, int to);
  }

  /** Gives every worker its range and waits. */
  private void share(int environments, Share work) {
    int workers = workers(environments);
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < workers; i++) {
      int worker = i;
      int from = environments * i / workers;
      int to = environments * (i + 1) / workers;
      others.add(CompletableFuture.runAsync(() -> work.run(worker, from, to), beside));
    }
    try {
      work.run(0, 0, environments / workers);
    } finally {
      others.forEach(CompletableFuture::join);
    }
  }

  private int workers(int environments) {
    return Math.min(blocks.size(), environments);
  }

  NetworkSpec spec() {
    return blocks.get(0).spec();
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
    encoder.ifPresent(kernels -> kernels.push(weights));
    for (NetworkBlock block : blocks) {
      int at = 0;
      for (NDArray array : block.arrays()) {
        int size = (int) array.size();
        TensorCopy.set(array, Arrays.copyOfRange(weights, at, at + size));
        at += size;
      }
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
    if (encoder.isPresent()) {
      encodedAct(encoder.get(), rows, hidden, keep, actions);
      return;
    }
    share(
        keep.length,
        (worker, first, last) -> {
          for (int from = first; from < last; from += samplesAtOnce) {
            int to = Math.min(last, from + samplesAtOnce);
            act(blocks.get(worker), from, to, rows, hidden, keep, actions);
          }
        });
  }

  private void act(
      NetworkBlock block,
      int from,
      int to,
      float[] rows,
      float[] hidden,
      float[] keep,
      float[] actions) {
    int state = spec().stateSize();
    try (NDManager scope = manager.newSubManager()) {
      NDList out =
          run(
              block,
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

  private void encodedAct(
      ImageKernels kernels, float[] rows, float[] hidden, float[] keep, float[] actions) {
    float[] values = kernels.encode(rows, keep.length);
    try (NDManager scope = manager.newSubManager()) {
      NDArray own =
          TensorCopy.create(scope, values, new Shape(keep.length, (long) objects * features));
      NDArray all = own.concat(extras(scope, rows, keep.length), 1);
      NDList out = head(blocks.get(0), scope, all, hidden, keep, 1);
      copy(out.get(1), actions, 0);
      if (spec().stateSize() > 0) {
        copy(out.get(2), hidden, 0);
      }
    }
  }

  // what a sample holds behind its pictures
  private NDArray extras(NDManager scope, float[] rows, int samples) {
    int inputs = spec().inputs();
    int count = spec().layers().get(0).outputs() - objects * features;
    float[] values = new float[samples * count];
    for (int i = 0; i < samples; i++) {
      System.arraycopy(rows, (i + 1) * inputs - count, values, i * count, count);
    }
    return TensorCopy.create(scope, values, new Shape(samples, count));
  }

  private static void copy(NDArray from, float[] to, int at) {
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, at, values.length);
  }

  /** Latents (samples, ...), actions (samples, actions), and the last memory if there is one. */
  private NDList run(
      NetworkBlock block, NDManager scope, float[] rows, float[] hidden, float[] keep, int steps) {
    Shape shape = new Shape(keep.length, spec().inputs());
    NDArray latents = block.forward(TensorCopy.create(scope, rows, shape), 0, 1);
    return head(block, scope, latents, hidden, keep, steps);
  }

  private NDList head(
      NetworkBlock block,
      NDManager scope,
      NDArray latents,
      float[] hidden,
      float[] keep,
      int steps) {
    int batch = keep.length / steps;
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
    if (encoder.isPresent()) {
      return encodedGradient(encoder.get(), window, weight, gradient);
    }
    int[] order = new int[window.environments()];
    Arrays.setAll(order, e -> e);
    double[][] losses = new double[blocks.size()][2];
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      share(
          order.length,
          (worker, first, last) -> {
            int most = Math.max(1, samplesAtOnce / window.steps());
            for (int from = first; from < last; from += most) {
              int to = Math.min(last, from + most);
              part(
                  blocks.get(worker),
                  window.pick(order, from, to),
                  weight,
                  (to - from) / (double) order.length,
                  collector,
                  losses[worker]);
            }
          });
    }
    takeGradient(blocks.subList(0, workers(order.length)), gradient, 0);
    return sum(losses);
  }

  // the pictures in kernels, memory and head in PyTorch: they meet at the latents and their
  // gradient
  private double[] encodedGradient(
      ImageKernels kernels, VisionWindow window, double weight, float[] gradient) {
    int samples = window.keep().length;
    float[] values = kernels.encode(window.rows(), samples);
    double[] losses = new double[2];
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
        NDManager scope = manager.newSubManager()) {
      NDArray own = TensorCopy.create(scope, values, new Shape(samples, (long) objects * features));
      own.setRequiresGradient(true);
      NDArray all = own.concat(extras(scope, window.rows(), samples), 1);
      NDList out = head(blocks.get(0), scope, all, window.hidden(), window.keep(), window.steps());
      collector.backward(loss(scope, out, window, weight, 1, losses));
      int encoded = spec().layers().get(0).weightShapes().size();
      takeGradient(blocks.subList(0, 1), gradient, encoded);
      kernels.gradient(own.getGradient().toFloatArray(), gradient);
    }
    return losses;
  }

  private static double[] sum(double[][] losses) {
    double[] sums = new double[2];
    for (double[] own : losses) {
      sums[0] += own[0];
      sums[1] += own[1];
    }
    return sums;
  }

  private void part(
      NetworkBlock block,
      VisionWindow part,
      double weight,
      double share,
      GradientCollector collector,
      double[] losses) {
    try (NDManager scope = manager.newSubManager()) {
      NDList out = run(block, scope, part.rows(), part.hidden(), part.keep(), part.steps());
      collector.backward(loss(scope, out, part, weight, share, losses));
    }
  }

  /** Returns the share of the whole loss that these samples have, and adds up its parts. */
  private NDArray loss(
      NDManager scope,
      NDList out,
      VisionWindow part,
      double weight,
      double share,
      double[] losses) {
    int samples = part.keep().length;
    NDArray wanted = TensorCopy.create(scope, part.actions(), new Shape(samples, spec().outputs()));
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
    return Scaled.by(total, share);
  }

  // of all arrays from number `first` on; zeros before them
  private static void takeGradient(List<NetworkBlock> workers, float[] out, int first) {
    Arrays.fill(out, 0);
    for (NetworkBlock block : workers) {
      int at = 0;
      for (NDArray array : block.arrays().subList(0, first)) {
        at += (int) array.size();
      }
      for (NDArray array : block.arrays().subList(first, block.arrays().size())) {
        try (NDArray gradient = array.getGradient()) {
          float[] values = gradient.toFloatArray();
          for (int i = 0; i < values.length; i++) {
            out[at + i] += values[i];
          }
          at += values.length;
          gradient.subi(gradient);
        }
      }
    }
  }

  @Override
  public void close() {
    beside.shutdown();
    encoder.ifPresent(ImageKernels::close);
    manager.close();
  }
}
