package eyas.cli.rehearsal;

import eyas.cli.run.RunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that is started and ended by its own id; keeps the last lines that it printed. */
final class Child implements AutoCloseable {
  private static final int LINES = 200;
  private static final int PATIENCE_SECONDS = 8;

  private final String name;
  private final Process process;
  private final Thread reader;
  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread hook;
  private volatile boolean closed;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::read, name + " output");
    reader.setDaemon(true);
    reader.start();
    // Ctrl-C must not leave it behind
    this.hook = new Thread(process::destroy, name + " end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a process; its errors go where its output goes. */
  static Child start(String name, ProcessBuilder builder) {
    try {
      return new Child(name, builder.redirectErrorStream(true).start());
    } catch (IOException failure) {
      throw new RunException("Cannot start " + name + ": " + failure.getMessage() + ".", failure);
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(this::keep);
    } catch (IOException | UncheckedIOException ended) {
      keep("(its output could not be read: " + ended.getMessage() + ")");
    }
  }

  private void keep(String line) {
    synchronized (lines) {
      if (lines.size() == LINES) {
        lines.removeFirst();
      }
      lines.add(line);
    }
  }

  /** The last lines that it printed. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits until the process has ended by itself. */
  void await() throws InterruptedException {
    process.waitFor();
  }

  /** The exit code, if the process has ended by itself. */
  Optional<Integer> exitCode() {
    return closed || process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  /** Why the process has ended by itself, if it has. */
  Optional<String> ended() {
    return exitCode().map(code -> "%s ended with exit code %d. %s".formatted(name, code, last()));
  }

  private String last() {
    try {
      reader.join(1000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    List<String> all = lines();
    return all.isEmpty() ? "It said nothing." : "It said: " + all.get(all.size() - 1);
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // the hook runs already
    }
  }

  /** Asks the process to end, and ends it and its children if it does not. */
  @Override
  public void close() {
    closed = true;
    forgetHook();
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
