package eyas.distill.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.distill.student.StudentSpec;
import eyas.distill.target.Divergence;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistillConfigTest {
  private static final Config YAML =
      ConfigReader.text(
          """
          distill:
            form: gru
            width: 16
            window: {environments: 128, steps: 64, updates: 6000, rate: 0.005, final-rate-share: 0.05, clip: 1, adjoint-limit: 1e9}
            roll-in: teacher-then-student
            teacher-windows: 8
            divergence: forward-kl
            rl: phase
            rl-weight: 1
            rl-start: 0.5
            windows-per-iteration: 100
            exam-episodes: 256
            rollback-margin: 150
          """,
          "test.yaml");

  @Test
  void theSectionBinds() {
    DistillConfig config = YAML.bind("distill", DistillConfig.class);
    assertThat(config.form()).isEqualTo(StudentSpec.Form.GRU);
    assertThat(config.flying().teacherFlies(7)).isTrue();
    assertThat(config.flying().teacherFlies(8)).isFalse();
    assertThat(config.divergence()).isEqualTo(Divergence.FORWARD_KL);
    assertThat(config.term()).isEqualTo(RlTerm.phase(0.5));
  }

  @Test
  void impossibleValuesAreRefused() {
    Config wrong = YAML.resolve("default", List.of("distill.rl-start=2"));
    assertThatThrownBy(() -> wrong.bind("distill", DistillConfig.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("from 0 to 1");
  }
}
