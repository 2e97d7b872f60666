package eyas.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, selection and locks of run folders. */
class RunFoldersTest {
  private static final Config CONFIG = ConfigReader.text("a: {b: [1, 2.5, x]}\nc: true\n", "t");

  @TempDir private Path root;

  @Test
  void runsAreNumberedByDayAndSelected() {
    RunFolders runs = new RunFolders(root);
    for (int i = 0; i < 11; i++) {
      create(runs, LocalDate.of(2026, 11, 22));
    }
    RunFolder last = runs.select("toy", "latest");
    assertThat(last.name()).isEqualTo("2026-11-22-11");
    create(runs, LocalDate.of(2026, 11, 23));
    assertThat(runs.select("toy", "latest").name()).isEqualTo("2026-11-23-1");
    assertThat(runs.select("toy", "2026-11-22-2").name()).isEqualTo("2026-11-22-2");
    assertThat(runs.select("toy", last.path().toString())).isEqualTo(last);
    assertThatThrownBy(() -> runs.select("toy", "2026-11-22-12"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Did you mean");
    assertThatThrownBy(() -> runs.select("other", last.path().toString()))
        .hasMessageContaining("is a run of task 'toy'");
  }

  @Test
  void configurationMakesTheRoundTrip() {
    RunFolder folder = create(new RunFolders(root), LocalDate.of(2026, 11, 22));
    assertThat(folder.config().find("config").orElseThrow().plain())
        .isEqualTo(CONFIG.root().plain());
    assertThat(folder.header()).isEqualTo(header());
  }

  @Test
  void oneProcessAtATime() {
    RunFolder folder = create(new RunFolders(root), LocalDate.of(2026, 11, 22));
    try (RunLock first = RunLock.of(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> RunLock.of(folder)).hasMessageContaining("in use");
    }
    RunLock.of(folder).close();
  }

  private static RunFolder create(RunFolders runs, LocalDate day) {
    return runs.create(header(), CONFIG, day);
  }

  private static RunHeader header() {
    return new RunHeader(
        "toy",
        3,
        "smoke",
        Optional.of("raptor"),
        List.of("a.b=1"),
        "auto",
        Optional.empty(),
        "now");
  }
}
