package eyas.sim.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.DeviceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushAgreementTest extends DeviceTest {
  @Test
  void enginesAgreeOnRandomPushes() {
    PushDifferences differences = new PushAgreement(60, 5).run(device);
    assertThat(differences.values())
        .as("seed 5: %s", differences.values())
        .containsEntry("agree", true);
  }

  @Test
  void quantilesAreThoseOfTheTrials() {
    List<PushDifferences.Trial> trials =
        List.of(
            new PushDifferences.Trial(0.01, 0, 0.1, 0),
            new PushDifferences.Trial(0.03, 0.1, 0.3, 1),
            new PushDifferences.Trial(0.02, 0.2, 0.2, 0.3));
    PushDifferences differences = new PushDifferences(trials);
    assertThat(differences.centimetres(0.5)).isCloseTo(2, within(1e-9));
    assertThat(differences.centimetres(0.75)).isCloseTo(2.5, within(1e-9));
    assertThat(differences.degrees(1)).isCloseTo(Math.toDegrees(0.2), within(1e-9));
    assertThat(differences.travel()).isCloseTo(20, within(1e-9));
    assertThat(differences.turning()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(differences.good()).as("2 cm are too many").isFalse();
  }
}
