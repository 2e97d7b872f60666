package eyas.bridge.mavlink;

import eyas.bridge.link.Log;
import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A connection to a flight controller: one thread receives, one says every second that this
 * computer is alive and asks for messages at the rates that are needed.
 */
final class MavlinkLink implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final int REQUEST_EVERY = 10;

  private final MavlinkSettings settings;
  private final Wire wire;
  private final Log log;
  private final Consumer<MavlinkMessage<?>> receiver;
  private final FrameWriter writer;
  private final long begin = System.nanoTime();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private volatile boolean running = true;

  MavlinkLink(MavlinkSettings settings, Wire wire, Log log, Consumer<MavlinkMessage<?>> receiver) {
    this.settings = settings;
    this.wire = wire;
    this.log = log;
    this.receiver = receiver;
    this.writer = new FrameWriter(settings.system(), settings.component());
  }

  void start() {
    thread("receive", this::receive);
    thread("heartbeat", this::beat);
    log.info("MAVLink waits for the flight controller at " + wire.name() + ".");
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, "eyas-mavlink-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void receive() {
    MavlinkConnection connection =
        MavlinkConnection.create(wire.in(), OutputStream.nullOutputStream());
    while (running) {
      try {
        MavlinkMessage<?> message = connection.next();
        if (fromAutopilot(message)) {
          wire.heard();
        }
        receiver.accept(message);
      } catch (EOFException end) {
        return;
      } catch (IOException | RuntimeException malformed) {
        // a frame that only looks like one; the reader finds the next
        rejected.incrementAndGet();
        log.debug("A MAVLink frame was rejected: " + malformed);
        LockSupport.parkNanos(1);
      }
    }
  }

  /** Whether a message comes from the flight controller. */
  boolean fromAutopilot(MavlinkMessage<?> message) {
    return message.getOriginSystemId() == settings.system()
        && message.getOriginComponentId() == settings.autopilot();
  }

  private void beat() {
    int round = 0;
    boolean asked = false;
    while (running) {
      boolean there = wire.connected();
      send(writer::heartbeat);
      if (there && settings.requestRates() && (!asked || round % REQUEST_EVERY == 0)) {
        request();
      }
      asked = there;
      round++;
      LockSupport.parkNanos(SECOND);
    }
  }

  private void request() {
    for (MessageRates wanted : MessageRates.of(settings)) {
      send(
          () ->
              writer.messageInterval(
                  settings.system(),
                  settings.autopilot(),
                  wanted.message(),
                  wanted.microseconds()));
    }
  }

  private synchronized void send(Supplier<ByteBuffer> frame) {
    if (running) {
      sendNow(frame.get());
    }
  }

  /**
   * Sends {@code SET_ATTITUDE_TARGET}; allocates nothing.
   *
   * @param roll body rate FRD [rad/s]
   * @param pitch body rate FRD [rad/s]
   * @param yaw body rate FRD [rad/s]
   * @param thrust 0 to 1 [1]
   */
  synchronized void sendRates(float roll, float pitch, float yaw, float thrust) {
    int milliseconds = (int) ((System.nanoTime() - begin) / 1_000_000);
    sendNow(
        writer.attitudeTarget(
            settings.system(), settings.autopilot(), milliseconds, roll, pitch, yaw, thrust));
  }

  private void sendNow(ByteBuffer frame) {
    // nothing is lost as long as nobody is there
    if (!wire.send(frame) && wire.connected()) {
      dropped.incrementAndGet();
    }
  }

  /** Whether the flight controller is there. */
  boolean connected() {
    return wire.connected();
  }

  /** Frames that did not leave. */
  long dropped() {
    return dropped.get();
  }

  /** Frames that could not be read. */
  long rejected() {
    return rejected.get();
  }

  @Override
  public synchronized void close() {
    running = false;
    wire.close();
  }
}
