package eyas.assets.policy;

import eyas.assets.policy.inference.PolicyInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs a policy over sequences of observations, to record golden vectors or to compare with them.
 */
public final class GoldenRecorder {
  private GoldenRecorder() {}

  /** Inputs [step][observation] and what the policy makes of them from a reset state on. */
  static GoldenVector record(PolicyInference policy, float[][] inputs) {
    List<List<Float>> observations = new ArrayList<>();
    List<List<Float>> actions = new ArrayList<>();
    float[][] outputs = run(policy, inputs);
    for (int step = 0; step < inputs.length; step++) {
      observations.add(boxed(inputs[step]));
      actions.add(boxed(outputs[step]));
    }
    return new GoldenVector(observations, actions);
  }

  /** Actions [step][action] from a reset state on. */
  public static float[][] run(PolicyInference policy, float[][] inputs) {
    float[] state = new float[policy.stateSize()];
    policy.reset(state, 0);
    float[][] outputs = new float[inputs.length][policy.actions()];
    for (int step = 0; step < inputs.length; step++) {
      policy.step(inputs[step], 0, state, 0, outputs[step], 0);
    }
    return outputs;
  }

  /** Largest absolute difference between a policy's actions and the recorded ones. */
  public static double largestDifference(PolicyInference policy, GoldenVector vector) {
    float[][] inputs = new float[vector.steps()][];
    for (int step = 0; step < inputs.length; step++) {
      inputs[step] = unboxed(vector.inputs().get(step));
    }
    float[][] outputs = run(policy, inputs);
    double largest = 0;
    for (int step = 0; step < inputs.length; step++) {
      for (int i = 0; i < policy.actions(); i++) {
        // Math.max keeps NaN, which then fails every comparison with a tolerance
        double difference = Math.abs(outputs[step][i] - vector.outputs().get(step).get(i));
        largest = Math.max(largest, difference);
      }
    }
    return largest;
  }

  /** Seeded standard normal observations [step][observation]. */
  static float[][] random(long seed, int steps, int size) {
    Random random = new Random(seed);
    float[][] inputs = new float[steps][size];
    for (float[] input : inputs) {
      for (int i = 0; i < size; i++) {
        input[i] = (float) random.nextGaussian();
      }
    }
    return inputs;
  }

  static List<Float> boxed(float[] values) {
    List<Float> result = new ArrayList<>(values.length);
    for (float value : values) {
      result.add(value);
    }
    return result;
  }

  private static float[] unboxed(List<Float> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i);
    }
    return result;
  }
}
