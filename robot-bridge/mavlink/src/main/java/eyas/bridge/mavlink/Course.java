package eyas.bridge.mavlink;

import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Feeds setpoints from {@code ~setpoint_file}, from the moment on when the policy takes over. */
final class Course implements AutoCloseable {
  private static final long PERIOD = 20_000_000L;

  private final SetpointFile file;
  private final Source setpoint;
  private final double[] values = new double[8];
  private volatile long begin;
  private volatile boolean begun;
  private volatile boolean running = true;

  private Course(SetpointFile file, Source setpoint) {
    this.file = file;
    this.setpoint = setpoint;
  }

  static Optional<Course> of(Settings settings, Source setpoint) {
    String name = settings.text("setpoint_file", "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Course course = new Course(SetpointFile.read(Path.of(name)), setpoint);
    Thread thread = new Thread(course::run, "eyas-course");
    thread.setDaemon(true);
    thread.start();
    return Optional.of(course);
  }

  /** The policy takes over now; allocates nothing. */
  void begin() {
    begin = System.nanoTime();
    begun = true;
  }

  private void run() {
    while (running) {
      if (begun) {
        file.at((System.nanoTime() - begin) * 1e-9, values);
        setpoint.offer(0, values);
      }
      LockSupport.parkNanos(PERIOD);
    }
  }

  @Override
  public void close() {
    running = false;
  }
}
