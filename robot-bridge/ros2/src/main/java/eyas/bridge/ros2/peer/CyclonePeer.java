package eyas.bridge.ros2.peer;

import eyas.bridge.link.LinkException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program in C on CycloneDDS that sends back what it receives, on the loopback interface only. It
 * is built from its source by {@code idlc} and {@code gcc}.
 */
public final class CyclonePeer implements AutoCloseable {
  /** What must be installed to build the peer, as Debian calls it. */
  public static final String PACKAGES = "gcc cyclonedds-dev cyclonedds-tools";

  private static final String LOOPBACK =
      "<CycloneDDS><Domain><General><Interfaces><NetworkInterface name=\"lo\" multicast=\"true\"/>"
          + "</Interfaces></General><Discovery><ParticipantIndex>auto</ParticipantIndex><Peers>"
          + "<Peer address=\"127.0.0.1\"/></Peers></Discovery></Domain></CycloneDDS>";

  private final Process process;

  private CyclonePeer(Process process) {
    this.process = process;
  }

  /** Whether the peer can be built here. */
  public static boolean available() {
    return List.of("idlc", "gcc").stream().allMatch(CyclonePeer::onPath);
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Builds the program.
   *
   * @param sources folder with {@code ros2.idl} and {@code echo.c}
   * @param target an existing folder
   * @return the program
   */
  public static Path build(Path sources, Path target) {
    Path idl = sources.resolve("ros2.idl").toAbsolutePath();
    Path echo = sources.resolve("echo.c").toAbsolutePath();
    call(target, List.of("idlc", idl.toString()));
    call(
        target,
        List.of("gcc", "-O2", "-Wall", "-I.", echo.toString(), "ros2.c", "-o", "echo", "-lddsc"));
    return target.resolve("echo").toAbsolutePath();
  }

  private static void call(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new LinkException(
            "The CycloneDDS peer cannot be built: %s said: %s. Install %s."
                .formatted(String.join(" ", command), output.strip(), PACKAGES));
      }
    } catch (IOException failure) {
      throw new LinkException(
          "The CycloneDDS peer cannot be built: %s. Install %s."
              .formatted(failure.getMessage(), PACKAGES),
          failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LinkException("Building the CycloneDDS peer was interrupted.", stopped);
    }
  }

  /**
   * Starts the program and waits until it takes part.
   *
   * @param program what {@link #build} returned
   * @param domain DDS domain
   * @param type such as {@code geometry_msgs/TwistStamped}; one of those in {@code echo.c}
   * @param in topic that it reads, such as {@code /ping}
   * @param out topic that it writes
   * @param options of {@code best-effort}, {@code latched}
   */
  public static CyclonePeer start(
      Path program, int domain, String type, String in, String out, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(program.toString(), Integer.toString(domain), type, "rt" + in, "rt" + out));
    command.addAll(List.of(options));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("CYCLONEDDS_URI", LOOPBACK);
      Process process = builder.start();
      String said =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (!"ready".equals(said)) {
        process.destroy();
        throw new LinkException(
            "The CycloneDDS peer did not start: %s said '%s'.".formatted(command, said));
      }
      return new CyclonePeer(process);
    } catch (IOException failure) {
      throw new LinkException(
          "The CycloneDDS peer cannot be started: " + failure.getMessage(), failure);
    }
  }

  /** Whether the program still runs. */
  public boolean running() {
    return process.isAlive();
  }

  /** Ends the program and waits for its end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException gone) {
      process.destroy();
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
