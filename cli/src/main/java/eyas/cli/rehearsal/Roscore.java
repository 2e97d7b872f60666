package eyas.cli.rehearsal;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The real {@code roscore}, on a free port of this machine. */
final class Roscore implements Master {
  private static final long PATIENCE = 120_000_000_000L;
  private static final long NAP = 50_000_000L;

  private final Path program;
  private final Path logs;
  private final int port;
  private Child child;

  Roscore(Path program) {
    this.program = program;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
      this.logs = Files.createTempDirectory("eyas-roscore");
    } catch (IOException failure) {
      throw new RunException("No port for roscore: " + failure.getMessage() + ".", failure);
    }
    this.child = start();
  }

  /** Finds the program on PATH. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "roscore"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Child start() {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(program.toString(), "-p", Integer.toString(port)));
    builder.environment().putAll(environment());
    builder.environment().put("ROS_LOG_DIR", logs.toString());
    Child started = Child.start("roscore", builder);
    long end = System.nanoTime() + PATIENCE;
    while (!listening()) {
      Optional<String> ended = started.ended();
      if (ended.isPresent() || System.nanoTime() > end) {
        started.close();
        throw new RunException(
            ended.orElse("roscore does not listen on port " + port + " after 120 s.")
                + " Rehearse without it: --master in-jvm.");
      }
      LockSupport.parkNanos(NAP);
    }
    return started;
  }

  private boolean listening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public String kind() {
    return "roscore";
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public synchronized void restart() {
    child.close();
    child = start();
  }

  @Override
  public synchronized void close() {
    child.close();
    AtomicFiles.delete(logs);
  }
}
