package eyas.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The window, in processes of their own: on the display of an Xvfb, and without a display. */
class WindowTest {
  /** An end of a process: exit code and everything it said. */
  private record Ending(int code, String said) {}

  @Test
  void theDisplayShowsThePictureUpright() throws Exception {
    Ending probe = onDisplay(WindowProbe.class.getName());
    assertThat(probe.code()).as(probe.said()).isZero();
    assertThat(probe.said()).containsSubsequence("ff0000", "00ff00", "0000ff", "ffffff");
  }

  @Test
  void viewShowsStepsAndCloses() throws Exception {
    Ending view =
        onDisplay("eyas.cli.Main", "view", "egopush", "--policy", "random", "--steps", "3");
    assertThat(view.code()).as(view.said()).isZero();
    assertThat(view.said()).contains("egopush t1, random", "Keys:").containsPattern("steps: +3");
  }

  @Test
  void withoutADisplayRecordingIsSuggested() throws Exception {
    Ending view = run(Optional.empty(), "eyas.cli.Main", "view", "egopush", "--policy", "random");
    assertThat(view.code()).as(view.said()).isEqualTo(4);
    assertThat(view.said()).contains("no display", "--record").doesNotContain("\tat ");
  }

  private static Ending onDisplay(String... words) throws Exception {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb"))),
        "there is no Xvfb here (Debian: xvfb, libgl1, libgl1-mesa-dri)");
    Process server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader number =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      return run(Optional.of(":" + number.readLine()), words);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Ending run(Optional<String> display, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    display.ifPresent(name -> builder.environment().put("DISPLAY", name));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ending(process.waitFor(), said);
  }
}
