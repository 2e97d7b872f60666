package eyas.distill.vision;

import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.sim.device.ComputeDevice;
import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast a student that sees learns, with its pictures in kernels and in PyTorch; the pictures
 * are noise.
 *
 * @param spec the student's layers
 * @param steps steps of a window
 * @param environments sequences of an update
 * @param repetitions updates measured each; the median counts
 */
public record VisionSpeed(NetworkSpec spec, int steps, int environments, int repetitions) {
  private static final int WARM_UP = 2;
  private static final double RELATIONS = 0.1;

  /** Measures both, one after the other; samples a second of an update's gradient. */
  public Map<String, Object> run(ComputeDevice device, long seed) {
    NetworkWeights weights = WeightInitializer.draw(spec, Philox.host(seed, 0), 1);
    ImageShape shape =
        ImageShape.find(spec)
            .orElseThrow(() -> new IllegalArgumentException("No kernels for " + spec + "."));
    int samples = steps * environments;
    ImageKernels kernels =
        new ImageKernels(device, device.nativeLanes(), shape, spec.inputs(), samples);
    double fused = rate(weights, Optional.of(kernels), seed);
    double torch = rate(weights, Optional.empty(), seed);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("device", device.info().name());
    values.put("lanes", device.nativeLanes().width());
    values.put("weights", spec.weightCount());
    values.put("samplesPerSecond", fused);
    values.put("torchSamplesPerSecond", torch);
    values.put("ratio", fused / torch);
    return values;
  }

  private double rate(NetworkWeights weights, Optional<ImageKernels> kernels, long seed) {
    int workers =
        Math.max(1, Runtime.getRuntime().availableProcessors() / TorchEngine.usualThreads());
    VisionWindow window = window(seed);
    try (VisionModel model =
        new VisionModel(TorchEngine.open(TorchEngine.usualThreads()), weights, workers, kernels)) {
      float[] gradient = new float[spec.weightCount()];
      double[] seconds = new double[repetitions];
      for (int i = -WARM_UP; i < repetitions; i++) {
        long start = System.nanoTime();
        model.gradient(window, RELATIONS, gradient);
        if (i >= 0) {
          seconds[i] = (System.nanoTime() - start) * 1e-9;
        }
      }
      Arrays.sort(seconds);
      return steps * environments / seconds[repetitions / 2];
    }
  }

  private VisionWindow window(long seed) {
    int objects = spec.layers().get(0).shared().orElseThrow().groups().size();
    VisionWindow window =
        VisionWindow.empty(
            steps,
            environments,
            spec.inputs(),
            spec.stateSize(),
            spec.outputs(),
            objects * objects);
    Philox random = Philox.host(seed, 1);
    for (int i = 0; i < window.rows().length; i++) {
      window.rows()[i] = (float) random.nextGaussian();
    }
    Arrays.fill(window.keep(), 1);
    return window;
  }
}
