package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.cli.run.RunException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seeds that never hover are slower than all others; seeds that fail say why. */
class TeacherBenchTest {
  private static Map<String, Object> hovered(double seconds) {
    return Map.of("reached", true, "secondsToLength490", seconds);
  }

  @Test
  void unreachedSeedsAreTheSlowest() {
    Map<String, Object> missed = Map.of("reached", false);
    assertThat(TeacherBench.summary(List.of(missed, hovered(3), hovered(2))))
        .containsEntry("secondsToLength490", 3.0)
        .containsEntry("reached", 2L)
        .containsEntry("unreachedSeeds", List.of(1))
        .doesNotContainKey("slowest");
    assertThat(TeacherBench.summary(List.of(missed, hovered(3), missed)))
        .containsEntry("reached", 1L)
        .doesNotContainKey("secondsToLength490");
  }

  @Test
  void aFailureIsPassedOn() {
    List<String> command = List.of("java");
    assertThatThrownBy(() -> TeacherBench.result("{\"error\": \"No device.\"}", 4, command))
        .isInstanceOf(RunException.class)
        .hasMessage("The teacher of seed 4 failed: No device.");
    assertThatThrownBy(() -> TeacherBench.result("", 4, command))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("printed no result");
  }
}
