package eyas.bridge.mavlink;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes to and from a flight controller. */
interface Wire extends AutoCloseable {
  /** What comes in; ends when the wire is closed. */
  InputStream in();

  /**
   * Sends one frame, without waiting; allocates nothing.
   *
   * @param frame direct buffer, from its position to its limit
   * @return whether it left
   */
  boolean send(ByteBuffer frame);

  /** The frame that was read last is a good one of the flight controller. */
  void heard();

  /** Whether a flight controller is there. */
  boolean connected();

  /** Where it leads, for the operator. */
  String name();

  @Override
  void close();
}
