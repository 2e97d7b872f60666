package eyas.bridge.onboard.source;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.PolicyBundle;
import org.junit.jupiter.api.Test;

class ReadBackTest {
  @Test
  void acceptsEveryShapeAndFindsAnotherWeight() {
    PolicyBundle bundle = OddPolicy.bundle(3);
    CSources sources = CSources.of(bundle);
    ReadBack.require(bundle, sources);
    assertThatExceptionOfType(ExportException.class)
        .isThrownBy(() -> ReadBack.require(OddPolicy.bundle(4), sources))
        .withMessageContaining("layer 0");
  }
}
