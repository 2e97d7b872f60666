package eyas.bridge.mavlink;

import eyas.bridge.link.LinkException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * MAVLink over a serial line, as a plain file. Its speed is set beforehand, such as by {@code stty
 * -F /dev/ttyACM0 921600 raw -echo}.
 */
final class DeviceWire implements Wire {
  private final Path device;
  private final FileInputStream in;
  private final FileOutputStream out;
  private final FileChannel channel;
  private volatile boolean connected;

  DeviceWire(Path device) {
    this.device = device;
    try {
      in = new FileInputStream(device.toFile());
      out = new FileOutputStream(device.toFile());
      channel = out.getChannel();
    } catch (IOException failure) {
      throw new LinkException(
          "Serial device %s cannot be opened: %s. Check ~mavlink, the cable, and that you may use it (group dialout)."
              .formatted(device, failure.getMessage()),
          failure);
    }
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public boolean send(ByteBuffer frame) {
    try {
      return channel.write(frame) > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void heard() {
    connected = true;
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public String name() {
    return device.toString();
  }

  @Override
  public void close() {
    connected = false;
    try {
      out.close();
      in.close();
    } catch (IOException alreadyClosed) {
      connected = false;
    }
  }
}
