package eyas.bridge.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.SliceVariation;
import eyas.assets.policy.inference.PolicyInference;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * An ONNX model against the plain-Java inference of its bundle: random sequences side by side as a
 * batch, step by step, each from a reset on.
 */
final class OnnxCheck {
  /**
   * Largest difference with which a model may leave: actions [1], commands as a part of a range.
   */
  static final double ALLOWED = 1e-5;

  private static final long SEED = 20261125;

  private final PolicyBundle bundle;
  private final PolicyContract contract;
  private final SliceVariation variation;
  private final int batch;
  private final float[] observations;
  private final float[] states;
  private final float[] expected;
  private final PolicyInference inference;
  private float[] fed;
  private double largest;

  private OnnxCheck(PolicyBundle bundle, int batch) {
    this.bundle = bundle;
    this.contract = bundle.contract();
    this.variation = SliceVariation.of(contract.network());
    this.batch = batch;
    this.inference = bundle.inference();
    this.observations = new float[batch * inference.observations()];
    this.states = new float[batch * inference.stateSize()];
    this.fed = states.clone();
    this.expected = new float[inference.actions()];
  }

  /** Returns the largest difference over a batch of sequences, reset once in the middle. */
  static double largestDifference(PolicyBundle bundle, byte[] model, int batch, int steps) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(model, options)) {
        OnnxCheck check = new OnnxCheck(bundle, batch);
        Random random = new Random(SEED);
        for (int step = 0; step < steps; step++) {
          if (step == steps / 2) {
            check.reset();
          }
          check.step(environment, session, random);
        }
        return check.largest;
      }
    } catch (OrtException failure) {
      throw new OnnxException(
          "ONNX Runtime refuses the model of policy '"
              + bundle.contract().name()
              + "': "
              + failure.getMessage()
              + " Nothing was written; please report this with the bundle.",
          failure);
    }
  }

  private void reset() {
    fed = new float[fed.length];
    for (int row = 0; row < batch; row++) {
      inference.reset(states, row * inference.stateSize());
    }
  }

  private void step(OrtEnvironment environment, OrtSession session, Random random)
      throws OrtException {
    for (int i = 0; i < observations.length; i++) {
      observations[i] = (float) random.nextGaussian();
    }
    for (int row = 0; row < batch; row++) {
      int begin = row * inference.observations();
      variation.vary(observations, begin, () -> random.nextInt(SliceVariation.DRAWS));
    }
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      inputs.put("observation", tensor(environment, observations));
      if (states.length > 0) {
        inputs.put("state_in", tensor(environment, fed));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        compare(values(result, "action"), values(result, "command"));
        fed = states.length > 0 ? values(result, "state_out") : fed;
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(OrtEnvironment environment, float[] values) throws OrtException {
    long[] shape = {batch, values.length / batch};
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
  }

  private static float[] values(OrtSession.Result result, String name) {
    OnnxTensor tensor =
        (OnnxTensor)
            result.get(name).orElseThrow(() -> new OnnxException("The model has no " + name));
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private void compare(float[] actions, float[] commands) {
    float[] seen = observations.clone();
    float[] command = new float[expected.length];
    for (int row = 0; row < batch; row++) {
      int begin = row * inference.observations();
      contract.observation().clip(seen, begin);
      inference.step(seen, begin, states, row * inference.stateSize(), expected, 0);
      contract.action().toCommand(expected, 0, command, 0);
      for (int i = 0; i < expected.length; i++) {
        var term = bundle.contract().action().terms().get(i);
        double range = term.maximum() - term.minimum();
        int at = row * expected.length + i;
        // Math.max keeps NaN, which then fails every comparison
        largest = Math.max(largest, Math.abs((double) actions[at] - expected[i]));
        largest = Math.max(largest, Math.abs((double) commands[at] - command[i]) / range);
      }
    }
  }
}
