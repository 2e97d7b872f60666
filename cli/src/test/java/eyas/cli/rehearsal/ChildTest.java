package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.cli.run.RunException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildTest {
  @Test
  void quotesTheLastWordsOfAProcessThatEnded() {
    try (Child child =
        Child.start(
            "the child", new ProcessBuilder("sh", "-c", "echo first; echo last >&2; exit 7"))) {
      Optional<String> ended = child.ended();
      while (ended.isEmpty()) {
        Thread.onSpinWait();
        ended = child.ended();
      }
      assertThat(ended).contains("the child ended with exit code 7. It said: last");
      assertThat(child.lines()).isEqualTo(List.of("first", "last"));
    }
  }

  @Test
  void endsAProcessAndDoesNotCallThatAFailure() {
    Child child = Child.start("the child", new ProcessBuilder("sleep", "1000"));
    assertThat(child.ended()).isEmpty();
    child.close();
    assertThat(child.ended()).isEmpty();
  }

  @Test
  void saysWhatCannotBeStarted() {
    assertThatThrownBy(() -> Child.start("the child", new ProcessBuilder("/nowhere/to/be/found")))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("Cannot start the child");
  }
}
