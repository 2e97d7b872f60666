package eyas.cli.bridge;

import eyas.cli.run.RunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A timer loop in plain C, compiled here, run beside the policy node for comparison. */
final class TimerLoop implements AutoCloseable {
  private static final String SOURCE = "timer_loop.c";

  private final Path folder;
  private final Process process;

  private TimerLoop(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** The file of the compiled loop, or empty if there is no C compiler. */
  static Optional<Path> compile() {
    try (InputStream source = TimerLoop.class.getResourceAsStream(SOURCE)) {
      Path folder = Files.createTempDirectory("eyas-timer-loop");
      Files.copy(source, folder.resolve(SOURCE));
      Path program = folder.resolve("timer_loop");
      Process compiler =
          new ProcessBuilder(
                  "cc",
                  "-std=c99",
                  "-O2",
                  "-o",
                  program.toString(),
                  folder.resolve(SOURCE).toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return compiler.waitFor() == 0 ? Optional.of(program) : Optional.empty();
    } catch (IOException noCompiler) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Starts a compiled loop.
   *
   * @param program from {@link #compile}
   * @param period between wake-ups [ns]
   * @param count number of wake-ups
   */
  static TimerLoop start(Path program, long period, long count) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), Long.toString(period), Long.toString(count))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new TimerLoop(program.getParent(), process);
    } catch (IOException failure) {
      throw new RunException("The C timer loop " + program + " did not start.", failure);
    }
  }

  /** Waits for the end; returns how late each wake-up was, sorted [ns]. */
  List<Long> lateness() {
    List<Long> values = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        values.add(Long.valueOf(line));
      }
      return values;
    } catch (IOException failure) {
      throw new RunException("The C timer loop could not be read.", failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException left) {
      throw new RunException("The folder " + folder + " could not be removed.", left);
    }
  }
}
