package eyas.policies.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PointEncoder;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints samples a second, forward and with gradients, of point and image networks. */
public final class EncodedNetworkBench {
  private static final long NANOSECONDS = 600_000_000L;

  private EncodedNetworkBench() {}

  /** Arguments: threads, kind (points or images), then batch sizes. */
  public static void main(String[] arguments) {
    Map<String, NetworkSpec> specs = arguments[1].equals("points") ? points() : images();
    for (Map.Entry<String, NetworkSpec> each : specs.entrySet()) {
      for (int i = 2; i < arguments.length; i++) {
        int batch = Integer.parseInt(arguments[i]);
        System.out.printf(
            "%-28s batch %5d  forward %9.0f/s  with gradient %9.0f/s%n",
            each.getKey(),
            batch,
            rate(each.getValue(), batch, Integer.parseInt(arguments[0]), false),
            rate(each.getValue(), batch, Integer.parseInt(arguments[0]), true));
      }
    }
  }

  private static Map<String, NetworkSpec> points() {
    Map<String, NetworkSpec> specs = new LinkedHashMap<>();
    for (int obstacles : new int[] {0, 3}) {
      List<Integer> groups = obstacles == 0 ? List.of(8, 8, 8) : List.of(8, 8, 24, 8);
      for (int width : new int[] {32}) {
        for (boolean excluded : new boolean[] {true}) {
          LayerSpec encoder =
              new PointEncoder(
                      groups,
                      List.of(width, 32),
                      Activation.RELU,
                      excluded ? Optional.of(-10.0) : Optional.empty())
                  .layer(2);
          specs.put("points " + groups + " " + width + (excluded ? " masked" : ""), head(encoder));
        }
      }
    }
    return specs;
  }

  private static Map<String, NetworkSpec> images() {
    Map<String, NetworkSpec> specs = new LinkedHashMap<>();
    int[][] sizes = {{45, 60}, {36, 48}, {24, 32}};
    int[][] filters = {{16, 32, 32}, {8, 16, 16}};
    for (int[] size : sizes) {
      for (int[] f : filters) {
        List<ImageEncoder.Filters> layers =
            List.of(
                new ImageEncoder.Filters(f[0], 5, 2),
                new ImageEncoder.Filters(f[1], 3, 2),
                new ImageEncoder.Filters(f[2], 3, 1));
        LayerSpec encoder =
            new ImageEncoder(3, size[0], size[1], layers, 32, Activation.RELU).layer(2);
        specs.put(
            "3 x %dx%d %d-%d-%d".formatted(size[1], size[0], f[0], f[1], f[2]), head(encoder));
      }
    }
    return specs;
  }

  private static NetworkSpec head(LayerSpec encoder) {
    return EncodedNetworks.memoryless(
        encoder, List.of(128, 128), Activation.RELU, 2, Activation.TANH);
  }

  private static double rate(NetworkSpec spec, int batch, int threads, boolean gradient) {
    try (NDManager manager = TorchEngine.open(threads)) {
      NetworkBlock block = new NetworkBlock(manager, spec, DataType.FLOAT32);
      block.setWeights(WeightInitializer.draw(spec, Philox.host(1, 0), 1));
      float[] rows = new float[batch * spec.inputs()];
      Philox random = Philox.host(2, 0);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) random.nextGaussian();
      }
      NDArray input = TensorCopy.create(manager, rows, new Shape(batch, spec.inputs()));
      run(manager, block, input, gradient);
      run(manager, block, input, gradient);
      long start = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - start < NANOSECONDS) {
        run(manager, block, input, gradient);
        count += batch;
      }
      return count / ((System.nanoTime() - start) * 1e-9);
    }
  }

  private static void run(NDManager manager, NetworkBlock block, NDArray input, boolean gradient) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = input.duplicate();
      rows.attach(scope);
      if (gradient) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          collector.backward(block.forward(rows).square().mean());
        }
      } else {
        block.forward(rows).toFloatArray();
      }
    }
  }
}
