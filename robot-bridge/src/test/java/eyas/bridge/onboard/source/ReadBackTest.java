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
        .withMessageContaining("layers.0.");
  }

  @Test
  void readsTheWeightsWithinEncodersBack() {
    EncodedPolicy.bundles(3)
        .forEach(
            (name, bundle) -> {
              CSources sources = CSources.of(bundle);
              ReadBack.require(bundle, sources);
              assertThatExceptionOfType(ExportException.class)
                  .as(name)
                  .isThrownBy(() -> ReadBack.require(EncodedPolicy.bundles(4).get(name), sources))
                  .withMessageContaining("layers.0.");
            });
  }
}
