package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Time;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.node.state.Cause;
import eyas.bridge.node.state.ControlState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Publishes changes of state on {@code ~state} as they come, and {@code /diagnostics} once a
 * second, on a thread of its own.
 */
final class Reporter implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  // a listener is to see each state, even those that last for one step
  private static final Quality STATES = new Quality(64, true, true);

  private final ConnectedNode node;
  private final TransitionLog log;
  private final DiagnosticsDocument document;
  private final Supplier<Optional<RuntimeException>> failure;
  private final Publisher<DiagnosticArray> diagnostics;
  private final Publisher<eyas.bridge.message.std_msgs.String> state;
  private final Thread thread;
  private volatile boolean running = true;
  private boolean failed;

  Reporter(
      ConnectedNode node,
      TransitionLog log,
      DiagnosticsDocument document,
      Supplier<Optional<RuntimeException>> failure) {
    this.node = node;
    this.log = log;
    this.document = document;
    this.failure = failure;
    this.diagnostics = node.newPublisher("/diagnostics", DiagnosticArray.TYPE, Quality.QUEUED);
    this.state = node.newPublisher("~state", eyas.bridge.message.std_msgs.String.TYPE, STATES);
    publish(ControlState.IDLE);
    this.thread = new Thread(this::run, "eyas-reporter");
    thread.setDaemon(true);
    log.wakes(thread);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long last = System.nanoTime();
    long next = last + SECOND;
    while (running) {
      log.next().ifPresent(this::tell);
      long now = System.nanoTime();
      if (now - next >= 0) {
        report((now - last) * 1e-9);
        last = now;
        next += SECOND * ((now - next) / SECOND + 1);
      } else if (!log.pending()) {
        LockSupport.parkNanos(next - now);
      }
    }
  }

  private void tell(TransitionLog.Transition change) {
    publish(change.to());
    Cause cause = change.cause();
    String words = change.from() + " → " + change.to() + (cause.none() ? "" : ": " + cause.text());
    if (change.to() == ControlState.STOP) {
      node.log().error(words);
    } else {
      node.log().info(words);
    }
  }

  private void publish(ControlState now) {
    state.publish(new eyas.bridge.message.std_msgs.String(now.name()));
  }

  private void report(double seconds) {
    Optional<RuntimeException> broken = failure.get();
    if (broken.isPresent() && !failed) {
      failed = true;
      node.log().error("The control loop has ended: " + broken.get());
    }
    Header header = new Header(0, Time.ofNanoseconds(node.clock().nanoseconds()), "");
    diagnostics.publish(
        new DiagnosticArray(header, List.of(document.status(node.name(), seconds, broken))));
  }

  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
  }
}
