package eyas.bridge.onboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.BundleException;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.PolicyInference;
import eyas.bridge.safety.CommandChannel;
import eyas.bridge.safety.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedPolicyTest {
  private static final long SEED = 7;
  private static final List<CommandChannel> CHANNELS =
      GuardedPolicy.lowestIsSafe(QuadrotorContracts.motors());

  @TempDir Path folder;
  private final double[] command = new double[4];

  /** The example of docs/deploy.md. */
  @Test
  void stepsABundleFromTheDisk() {
    sealed().save(folder.resolve("student"));

    PolicyBundle bundle = PolicyBundle.load(folder.resolve("student")).verify();
    GuardedPolicy policy =
        GuardedPolicy.of(bundle, GuardedPolicy.lowestIsSafe(bundle.contract().action()), 0.2);
    double period = bundle.contract().controlPeriod();
    Verdict verdict = policy.step(observation(1), 0.05, period, command);

    assertThat(verdict).isEqualTo(Verdict.PASSED);
    assertThat(command).containsExactly(expected(bundle, observation(1)));
  }

  @Test
  void clipsWhatThePolicySees() {
    GuardedPolicy policy = GuardedPolicy.of(sealed(), CHANNELS, 0.2);
    float[] far = observation(1);
    far[0] = 100;
    policy.step(far, 0, 0.01, command);
    double[] first = command.clone();
    policy.reset();
    far[0] = (float) QuadrotorContracts.POSITION_CLIP;
    policy.step(far, 0, 0.01, command);
    assertThat(command).containsExactly(first);
  }

  @Test
  void stopsAndForgetsOnABadObservation() {
    GuardedPolicy policy = GuardedPolicy.of(sealed(), CHANNELS, 0.2);
    policy.step(observation(1), 0, 0.01, command);
    double[] fresh = command.clone();
    float[] bad = observation(2);
    bad[5] = Float.NaN;

    assertThat(policy.step(bad, 0, 0.01, command)).isEqualTo(Verdict.NOT_FINITE);
    assertThat(command).containsExactly(safe());
    policy.step(observation(1), 0, 0.01, command);
    assertThat(command).as("starts as after a reset").containsExactly(fresh);
  }

  @Test
  void stopsWithoutADeadmanSignal() {
    GuardedPolicy policy = GuardedPolicy.of(sealed(), CHANNELS, 0.2);
    assertThat(policy.step(observation(1), 0.3, 0.01, command)).isEqualTo(Verdict.DEADMAN);
    assertThat(command).containsExactly(safe());
  }

  @Test
  void refusesABundleThatIsNotSealed() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> GuardedPolicy.of(student(), CHANNELS, 0.2));
  }

  @Test
  void takesAForcedSealOnlyWhenAskedTo() {
    GateReport failed = new GateReport(false, "Made for a test.", Map.of());
    GateReport weak = new GateReport(true, "Made for a test.", Map.of());
    for (PolicyBundle bundle :
        List.of(student().sealForced(failed, false), student().sealForced(weak, true))) {
      assertThatExceptionOfType(BundleException.class)
          .isThrownBy(() -> GuardedPolicy.of(bundle, CHANNELS, 0.2))
          .withMessageContaining("forced");
      GuardedPolicy policy = GuardedPolicy.ofForced(bundle, CHANNELS, 0.2);
      assertThat(policy.step(observation(1), 0, 0.01, command)).isEqualTo(Verdict.PASSED);
    }
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> GuardedPolicy.ofForced(student(), CHANNELS, 0.2));
  }

  private static double[] expected(PolicyBundle bundle, float[] observation) {
    PolicyInference inference = bundle.inference();
    float[] state = new float[inference.stateSize()];
    float[] action = new float[4];
    float[] wanted = new float[4];
    inference.reset(state, 0);
    bundle.contract().observation().clip(observation, 0);
    inference.step(observation, 0, state, 0, action, 0);
    bundle.contract().action().toCommand(action, 0, wanted, 0);
    return new double[] {wanted[0], wanted[1], wanted[2], wanted[3]};
  }

  private static double[] safe() {
    return CHANNELS.stream().mapToDouble(CommandChannel::safe).toArray();
  }

  private static float[] observation(long seed) {
    return gaussian(new Random(seed), 22);
  }

  private static PolicyBundle sealed() {
    return student().seal(new GateReport(true, "Made for a test.", Map.of()));
  }

  private static PolicyBundle student() {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    PolicyContract contract =
        QuadrotorContracts.student("student", QuadrotorContracts.motors(), network, Map.of());
    Random random = new Random(SEED);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> entry : network.weightShapes().entrySet()) {
      int size = entry.getValue().stream().reduce(1, Math::multiplyExact);
      weights.put(entry.getKey(), Tensor.of(gaussian(random, size), entry.getValue()));
    }
    return PolicyBundle.of(contract, weights).recordGolden(SEED, 5, 1e-5);
  }

  private static float[] gaussian(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (0.3 * random.nextGaussian());
    }
    return values;
  }
}
