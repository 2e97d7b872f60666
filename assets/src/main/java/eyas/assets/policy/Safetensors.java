package eyas.assets.policy;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors format: 8 bytes header length (little-endian), a JSON header, then all values
 * without gaps. Only F32 is read and written. Every length and offset is checked before it is used;
 * whatever does not fit is a {@link BundleException}.
 */
public final class Safetensors {
  private static final long LARGEST_HEADER = 1 << 24;
  private static final String METADATA = "__metadata__";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Safetensors() {}

  /** The bytes of a file with the given tensors, in alphabetical order of their names. */
  public static byte[] write(Map<String, Tensor> tensors) {
    Map<String, Object> header = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Tensor> entry : new TreeMap<>(tensors).entrySet()) {
      long begin = end;
      end += 4L * entry.getValue().size();
      header.put(
          entry.getKey(),
          Map.of(
              "dtype",
              "F32",
              "shape",
              entry.getValue().shape(),
              "data_offsets",
              List.of(begin, end)));
    }
    return assemble(header, new TreeMap<>(tensors), Math.toIntExact(end));
  }

  private static byte[] assemble(
      Map<String, Object> header, Map<String, Tensor> tensors, int size) {
    StringBuilder json = new StringBuilder(headerJson(header));
    // spaces keep the values aligned to eight bytes
    while (json.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
      json.append(' ');
    }
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(8 + text.length + size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(text.length).put(text);
    for (Tensor tensor : tensors.values()) {
      for (int i = 0; i < tensor.size(); i++) {
        buffer.putFloat(tensor.get(i));
      }
    }
    return buffer.array();
  }

  private static String headerJson(Map<String, Object> header) {
    // fixed key order, so that equal tensors give equal bytes
    Map<String, Object> ordered = new LinkedHashMap<>();
    header.forEach((name, entry) -> ordered.put(name, new TreeMap<>((Map<?, ?>) entry)));
    return JSON.writeValueAsString(ordered);
  }

  /** Reads tensors from the bytes of a file; {@code source} names the file in messages. */
  public static Map<String, Tensor> read(byte[] bytes, String source) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    BundleException.require(
        bytes.length >= 8,
        source + " is cut off: " + bytes.length + " bytes hold no header length.");
    long length = buffer.getLong();
    BundleException.require(
        length >= 2 && length <= LARGEST_HEADER && length <= buffer.remaining(),
        source
            + ": a header of "
            + length
            + " bytes cannot stand in a file of "
            + bytes.length
            + " bytes. The file is cut off or not in the safetensors format.");
    Config header = header(bytes, (int) length, source);
    buffer.position(8 + (int) length);
    return tensors(header, buffer.slice().order(ByteOrder.LITTLE_ENDIAN), source);
  }

  private static Config header(byte[] bytes, int length, String source) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 8, length)).toString();
      return ConfigReader.json(text, source);
    } catch (ConfigException | CharacterCodingException failure) {
      throw new BundleException(
          source + ": the header is damaged: " + failure.getMessage(), failure);
    }
  }

  private static Map<String, Tensor> tensors(Config header, ByteBuffer data, String source) {
    List<TensorEntry> entries = new ArrayList<>();
    header
        .root()
        .entries()
        .forEach(
            (name, node) -> {
              if (!name.equals(METADATA)) {
                entries.add(TensorEntry.of(name, node, source));
              }
            });
    entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    // each tensor begins where the one before ended, and the last ends with the file
    Map<String, Tensor> result = new LinkedHashMap<>();
    long end = 0;
    for (TensorEntry entry : entries) {
      requirePlace(entry, end, data.capacity(), source);
      result.put(entry.name(), tensor(entry, data, source));
      end = entry.end();
    }
    BundleException.require(
        end == data.capacity(),
        source
            + " holds "
            + data.capacity()
            + " bytes of values, but its header describes "
            + end
            + ". The file is cut off or changed.");
    return Collections.unmodifiableMap(result);
  }

  private static void requirePlace(TensorEntry entry, long begin, int capacity, String source) {
    BundleException.require(
        entry.begin() == begin
            && entry.end() >= begin
            && entry.end() <= capacity
            && entry.end() % 4 == 0,
        source
            + ": tensor "
            + entry.name()
            + " lies at bytes "
            + entry.begin()
            + " to "
            + entry.end()
            + ", but must begin at "
            + begin
            + " and end within "
            + capacity
            + ". The file is cut off or changed.");
  }

  private static Tensor tensor(TensorEntry entry, ByteBuffer data, String source) {
    float[] values = new float[(int) ((entry.end() - entry.begin()) / 4)];
    ByteBuffer part = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    part.position((int) entry.begin());
    part.asFloatBuffer().get(values);
    try {
      return Tensor.of(values, entry.shape());
    } catch (BundleException refused) {
      throw new BundleException(
          source + ": tensor " + entry.name() + " is damaged: " + refused.getMessage(), refused);
    }
  }
}
