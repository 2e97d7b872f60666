package eyas.assets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuadrotorContractsTest {
  @Test
  void onboardObservationHasItsTwentyTwoValuesInOrder() {
    ObservationContract onboard = QuadrotorContracts.onboard();
    assertThat(onboard.size()).isEqualTo(22);
    assertThat(onboard.offset("rotation")).isEqualTo(3);
    assertThat(onboard.offset("linear-velocity")).isEqualTo(12);
    assertThat(onboard.offset("body-rates")).isEqualTo(15);
    assertThat(onboard.offset("previous-action")).isEqualTo(18);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> onboard.offset("rotations"))
        .withMessageContaining("Did you mean `rotation`?");
  }

  @Test
  void clipsOnlyTheTermsThatSaySo() {
    float[] observation = new float[24];
    java.util.Arrays.fill(observation, 7);
    observation[2] = -7;
    observation[3] = Float.NaN;
    QuadrotorContracts.onboard().clip(observation, 1);
    assertThat(observation[0]).isEqualTo(7);
    assertThat(observation[1]).isEqualTo(0.5f);
    assertThat(observation[2]).isEqualTo(-0.5f);
    assertThat(observation[3]).isNaN();
    assertThat(observation[4]).isEqualTo(7);
    assertThat(observation[13]).isEqualTo(1);
    assertThat(observation[16]).isEqualTo(7);
    assertThat(observation[23]).isEqualTo(7);
  }

  @Test
  void actionsAreClippedAndMapped() {
    float[] command = new float[5];
    QuadrotorContracts.motors().toCommand(new float[] {-2, -1, 0, 3}, 0, command, 1);
    assertThat(command).containsExactly(0, 0, 0, 0.5f, 1);
    QuadrotorContracts.rates(10, 2).toCommand(new float[] {0, 1, -0.5f, -4}, 0, command, 0);
    assertThat(command).containsExactly(0.5f, 10, -5, -2, 1);
  }

  @Test
  void bothActionsMakeBundles() {
    for (ActionContract action :
        List.of(QuadrotorContracts.motors(), QuadrotorContracts.rates(8.7, 3.5))) {
      NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
      PolicyContract contract = QuadrotorContracts.student("s", action, network, Map.of("seed", 1));
      PolicyBundle bundle = PolicyBundle.of(contract, Samples.weights(network, 1));
      assertThat(bundle.recordGolden(1, 10, 1e-5).verify().contract().golden()).hasSize(2);
      assertThat(contract.stateSize()).isEqualTo(16);
    }
  }

  @Test
  void aPolicyOfAnotherTaskIsRefusedTermByTerm() {
    ObservationContract task = QuadrotorContracts.onboard();
    task.requireSameTerms(QuadrotorContracts.onboard(), "student");
    ObservationContract other =
        new ObservationContract(List.of(ObservationTerm.of("position", 3, "mm", "world")));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> task.requireSameTerms(other, "student"))
        .withMessageContaining("`student`")
        .withMessageContaining("[mm]")
        .withMessageContaining("[m]");
  }

  @Test
  void freeFormDataMustSurviveJson() {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(
            () ->
                QuadrotorContracts.student(
                    "s", QuadrotorContracts.motors(), network, Map.of("loss", Double.NaN)))
        .withMessageContaining("provenance.loss");
  }
}
