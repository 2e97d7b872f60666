package eyas.bridge.onboard.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program on the path.
 *
 * @param path where it is
 */
public record Tool(Path path) {
  private static final int PATIENCE_S = 300;
  private static final int SHOWN = 4000;

  /** Finds the first of several programs that is installed. */
  public static Optional<Tool> find(String... names) {
    String folders = System.getenv().getOrDefault("PATH", "");
    for (String name : names) {
      for (String folder : folders.split(File.pathSeparator, -1)) {
        Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
        if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
          return Optional.of(new Tool(candidate));
        }
      }
    }
    return Optional.empty();
  }

  /** Its name. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Runs the program in a folder; returns what it wrote; fails unless it ends with 0. */
  public byte[] run(Path folder, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(path.toString());
    line.addAll(arguments);
    Path out = folder.resolve("tool.out");
    Path err = folder.resolve("tool.err");
    try {
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int code = await(process, line);
      byte[] written = Files.readAllBytes(out);
      if (code != 0) {
        throw failed(line, code, written, Files.readAllBytes(err));
      }
      return written;
    } catch (IOException failure) {
      throw new ToolException("'" + String.join(" ", line) + "' cannot be run.", failure);
    }
  }

  /** Like {@link #run}, as text. */
  public String text(Path folder, List<String> arguments) {
    return new String(run(folder, arguments), StandardCharsets.UTF_8);
  }

  private static int await(Process process, List<String> line) {
    try {
      if (process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new ToolException(
          "'" + String.join(" ", line) + "' did not end within " + PATIENCE_S + " s.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ToolException("'" + line.get(0) + "' was interrupted.", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ToolException failed(List<String> line, int code, byte[] out, byte[] err) {
    String text = new String(err, StandardCharsets.UTF_8) + new String(out, StandardCharsets.UTF_8);
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
    return new ToolException("'" + String.join(" ", line) + "' ended with " + code + ":\n" + shown);
  }
}
