package eyas.bridge.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.PolicyInference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Memory advances at the training rate only. */
class PolicyStepperTest {
  private static final long SEED = 13;
  private final Random random = new Random(SEED);

  @Test
  void trialStepsSeeTheMemoryAndLeaveItAlone() {
    PolicyBundle bundle = student();
    PolicyStepper stepper = new PolicyStepper(bundle);
    PolicyInference reference = bundle.inference();
    float[] state = new float[reference.stateSize()];
    float[] expected = new float[4];
    float[] previous = new float[4];
    for (int step = 0; step < 5; step++) {
      float[] observation = observation();
      reference.step(observation, 0, state, 0, expected, 0);
      stepper.step(observation);
      assertThat(stepper.action()).as("step %d, seed %d", step, SEED).isEqualTo(expected);
      for (int trial = 0; trial < 4; trial++) {
        float[] between = observation();
        float[] copy = state.clone();
        float[] wanted = new float[4];
        reference.step(between, 0, copy, 0, wanted, 0);
        stepper.trialStep(between);
        assertThat(stepper.action()).isEqualTo(wanted);
        stepper.previousAction(previous, 0);
        assertThat(previous).isEqualTo(expected);
      }
    }
    stepper.reset();
    stepper.previousAction(previous, 0);
    assertThat(previous).containsOnly(0f);
  }

  private float[] observation() {
    float[] values = new float[22];
    for (int i = 0; i < values.length; i++) {
      // within the clips, which inference itself does not apply
      values[i] = (float) Math.max(-0.5, Math.min(0.5, 0.3 * random.nextGaussian()));
    }
    return values;
  }

  private PolicyBundle student() {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> entry : network.weightShapes().entrySet()) {
      float[] values = new float[entry.getValue().stream().reduce(1, Math::multiplyExact)];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.3 * random.nextGaussian());
      }
      weights.put(entry.getKey(), Tensor.of(values, entry.getValue()));
    }
    return PolicyBundle.of(
        QuadrotorContracts.student("student", QuadrotorContracts.motors(), network, Map.of()),
        weights);
  }
}
