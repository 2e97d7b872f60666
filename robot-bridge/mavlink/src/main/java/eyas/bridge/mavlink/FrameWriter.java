package eyas.bridge.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes MAVLink 2 frames (mavlink.io/en/guide/serialization.html) into one buffer that is used
 * again. For one thread at a time.
 */
final class FrameWriter {
  private static final int MAGIC = 0xfd;
  private static final int HEADER = 10;
  private static final int HEARTBEAT = 0;
  private static final int HEARTBEAT_EXTRA = 50;
  private static final int COMMAND_LONG = 76;
  private static final int COMMAND_LONG_EXTRA = 152;
  private static final int SET_ATTITUDE_TARGET = 82;
  private static final int SET_ATTITUDE_TARGET_EXTRA = 49;
  private static final int ONBOARD_CONTROLLER = 18;
  private static final int NO_AUTOPILOT = 8;
  private static final int ACTIVE = 4;
  private static final int PROTOCOL = 3;
  private static final int SET_MESSAGE_INTERVAL = 511;
  private static final int IGNORE_ATTITUDE = 128;

  private final ByteBuffer frame = ByteBuffer.allocateDirect(280).order(ByteOrder.LITTLE_ENDIAN);
  private final int system;
  private final int component;
  private int sequence;

  FrameWriter(int system, int component) {
    this.system = system;
    this.component = component;
  }

  /** An onboard computer that is alive. */
  ByteBuffer heartbeat() {
    begin(HEARTBEAT, 9);
    frame.putInt(0);
    put(ONBOARD_CONTROLLER);
    put(NO_AUTOPILOT);
    put(0);
    put(ACTIVE);
    put(PROTOCOL);
    return end(HEARTBEAT_EXTRA);
  }

  /**
   * Asks for a message at a rate.
   *
   * @param message its number
   * @param microseconds between two [µs]
   */
  ByteBuffer messageInterval(int targetSystem, int target, int message, int microseconds) {
    begin(COMMAND_LONG, 33);
    frame.putFloat(message);
    frame.putFloat(microseconds);
    for (int i = 0; i < 5; i++) {
      frame.putFloat(0);
    }
    frame.putShort((short) SET_MESSAGE_INTERVAL);
    put(targetSystem);
    put(target);
    put(0);
    return end(COMMAND_LONG_EXTRA);
  }

  /**
   * Body rates FRD [rad/s] and thrust [0, 1], no attitude.
   *
   * @param milliseconds since this program's start [ms]
   */
  ByteBuffer attitudeTarget(
      int targetSystem,
      int target,
      int milliseconds,
      float roll,
      float pitch,
      float yaw,
      float thrust) {
    begin(SET_ATTITUDE_TARGET, 39);
    frame.putInt(milliseconds);
    frame.putFloat(1).putFloat(0).putFloat(0).putFloat(0);
    frame.putFloat(roll).putFloat(pitch).putFloat(yaw).putFloat(thrust);
    put(targetSystem);
    put(target);
    put(IGNORE_ATTITUDE);
    return end(SET_ATTITUDE_TARGET_EXTRA);
  }

  private void put(int value) {
    frame.put((byte) value);
  }

  private void begin(int message, int length) {
    frame.clear();
    put(MAGIC);
    put(length);
    put(0);
    put(0);
    put(sequence++);
    put(system);
    put(component);
    put(message);
    put(message >> 8);
    put(message >> 16);
  }

  private ByteBuffer end(int extra) {
    // zeros at the end of the payload are not sent, but for its first byte
    int end = frame.position();
    while (end > HEADER + 1 && frame.get(end - 1) == 0) {
      end--;
    }
    frame.position(end);
    frame.put(1, (byte) (end - HEADER));
    // CRC-16/MCRF4XX over all but the magic byte, then the message's own byte
    int crc = 0xffff;
    for (int i = 1; i < end; i++) {
      crc = accumulate(crc, frame.get(i));
    }
    frame.putShort((short) accumulate(crc, (byte) extra));
    return frame.flip();
  }

  private static int accumulate(int crc, byte value) {
    int next = (value ^ crc) & 0xff;
    next = (next ^ (next << 4)) & 0xff;
    return (crc >> 8 ^ next << 8 ^ next << 3 ^ next >> 4) & 0xffff;
  }
}
