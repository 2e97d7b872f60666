package eyas.bridge.ros1.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One running program. It is stopped by its own process number: asked first, then killed together
 * with the processes that it started.
 */
public final class PeerProcess implements AutoCloseable {
  private static final long LOOK_MILLISECONDS = 10;
  private static final int PATIENCE_SECONDS = 8;

  private final List<String> command;
  private final Path log;
  private final Process process;

  private PeerProcess(List<String> command, Path log, Process process) {
    this.command = command;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a program.
   *
   * @param command the program and its arguments
   * @param environment added to this process's environment
   * @param log takes what the program prints
   */
  static PeerProcess start(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(log.toFile()).redirectInput(ProcessBuilder.Redirect.from(nothing()));
    try {
      return new PeerProcess(List.copyOf(command), log, builder.start());
    } catch (IOException failure) {
      throw new PeerException(
          "%s could not be started: %s".formatted(command, failure.getMessage()), failure);
    }
  }

  private static java.io.File nothing() {
    return new java.io.File("/dev/null");
  }

  /** The process number. */
  public long pid() {
    return process.pid();
  }

  /** Whether the program runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** What the program has printed so far. */
  public String output() {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new PeerException(log + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  /**
   * Waits until what was printed meets a condition; a program that ends before has failed.
   *
   * @param condition given all that was printed
   * @return what was printed
   */
  public String await(Predicate<String> condition) throws InterruptedException {
    while (true) {
      boolean ended = !process.isAlive();
      String text = output();
      if (condition.test(text)) {
        return text;
      }
      if (ended) {
        throw new PeerException(
            "%s ended with code %d before it said what was waited for. It printed: %s"
                .formatted(command, process.exitValue(), text));
      }
      Thread.sleep(LOOK_MILLISECONDS);
    }
  }

  /** Waits for the end of the program and returns what it printed; a code other than 0 fails. */
  public String result() throws InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new PeerException(
          "%s ended with code %d. It printed: %s".formatted(command, code, output()));
    }
    return output();
  }

  /** Waits for the end of the program and returns its code. */
  public int code() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Sends a signal to the program alone.
   *
   * @param name such as {@code STOP}
   */
  public void signal(String name) {
    signal(name, pid());
  }

  /**
   * Sends a signal to a process.
   *
   * @param name such as {@code CONT}
   * @param pid its number
   */
  public static void signal(String name, long pid) {
    try {
      new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException failure) {
      throw new PeerException("Signal " + name + " could not be sent to " + pid, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills the program and everything that it started, at once. */
  public void kill() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  /** Asks the program to end as Ctrl-C does, and kills it when it does not. */
  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    signal("CONT");
    signal("INT");
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException stopped) {
      kill();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
