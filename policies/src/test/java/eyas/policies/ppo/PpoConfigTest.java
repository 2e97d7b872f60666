package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import org.junit.jupiter.api.Test;

class PpoConfigTest {
  private static final String DEFAULTS =
      """
      networks:
        actor-group: privileged
        critic-group: critic
        actor-hidden: [64, 64]
        critic-hidden: [64, 64]
        activation: tanh
        actor-output: identity
        initial-deviation: 1
        normalise-observations: true
      rollout:
        steps: 24
        gamma: 0.99
        lambda: 0.95
        episode-window: 100
      update:
        epochs: 5
        minibatch: 4096
        learning-rate: 0.001
        desired-kl: 0.01
        clip: 0.2
        clip-values: true
        value-coefficient: 1
        entropy-coefficient: 0.005
        max-gradient-norm: 1
        normalise-values: true
      """;

  @Test
  void theYamlSectionBindsToTheDocumentedDefaults() {
    assertThat(ConfigReader.text(DEFAULTS, "ppo.yaml").bind(PpoConfig.class))
        .isEqualTo(PpoConfig.defaults());
  }

  @Test
  void impossibleValuesAreRefusedByKey() {
    String wrong = DEFAULTS.replace("gamma: 0.99", "gamma: 1.5");

    assertThatThrownBy(() -> ConfigReader.text(wrong, "ppo.yaml").bind(PpoConfig.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("rollout.gamma is 1.5, but must be from 0 to 1");
  }
}
