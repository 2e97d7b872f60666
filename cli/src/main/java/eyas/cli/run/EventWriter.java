package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes scalars for TensorBoard: a file of TFRecords (length, masked CRC-32C of the length, data,
 * masked CRC-32C of the data). Each opening starts a new file with a session mark, which makes
 * TensorBoard forget what older files of the folder hold from that step on.
 */
public final class EventWriter implements AutoCloseable {
  private static final int MASK_DELTA = 0xa282ead8;

  private final Path file;
  private final OutputStream stream;

  private EventWriter(Path file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /**
   * Starts the next event file in a folder.
   *
   * @param folder folder of one stage
   * @param firstStep the first step that will be written
   */
  public static EventWriter open(Path folder, long firstStep) {
    long seconds = System.currentTimeMillis() / 1000;
    try {
      Files.createDirectories(folder);
      Path file = fresh(folder, seconds);
      OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
      EventWriter writer = new EventWriter(file, stream);
      writer.record(EventMessage.version((double) seconds));
      writer.record(EventMessage.sessionStart((double) seconds, firstStep));
      return writer;
    } catch (IOException failure) {
      throw AtomicFiles.failure(folder, failure);
    }
  }

  private static Path fresh(Path folder, long seconds) {
    for (int number = 0; ; number++) {
      Path file = folder.resolve("events.out.tfevents." + (seconds + number) + ".eyas");
      if (!Files.exists(file)) {
        return file;
      }
    }
  }

  /** Writes the scalars of one step. */
  public void scalars(long step, Map<String, Double> values) {
    record(EventMessage.scalars(System.currentTimeMillis() / 1000.0, step, values));
  }

  private void record(byte[] data) {
    ByteBuffer record = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedCrc(record.array(), 0, 8));
    record.put(data);
    record.putInt(maskedCrc(data, 0, data.length));
    try {
      stream.write(record.array());
      stream.flush();
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }

  /** Returns the CRC-32C, rotated right by 15 bits, plus a constant: TFRecord's masked form. */
  static int maskedCrc(byte[] data, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, offset, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }
}
