package eyas.policies.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a checkpoint, little-endian: {@code EYASCKP1}, length of the header, a JSON header
 * (texts and the list of arrays), the arrays without gaps, SHA-256 over all before it.
 */
final class CheckpointFormat {
  private static final byte[] MAGIC = "EYASCKP1".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH = 32;
  private static final int START = MAGIC.length + Integer.BYTES;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CheckpointFormat() {}

  /** The JSON header. */
  record Header(Map<String, String> texts, List<Entry> arrays) {}

  /** One array: its name, element type and number of elements. */
  record Entry(String name, ElementType type, int count) {}

  static byte[] encode(CheckpointWriter content) {
    List<Entry> entries = new ArrayList<>();
    long size = 0;
    for (Map.Entry<String, Object> array : content.arrays().entrySet()) {
      ElementType type = ElementType.of(array.getValue());
      entries.add(new Entry(array.getKey(), type, type.count(array.getValue())));
      size += (long) type.bytes() * type.count(array.getValue());
    }
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("texts", new TreeMap<>(content.texts()));
    header.put("arrays", entries);
    byte[] json = JSON.writeValueAsBytes(header);
    int total = Math.toIntExact(START + json.length + size + HASH);
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(json.length).put(json);
    content.arrays().values().forEach(values -> ElementType.of(values).write(values, out));
    return out.put(sha256(out.array(), total - HASH)).array();
  }

  static CheckpointReader decode(byte[] bytes, String source) {
    verify(bytes, source);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
    int length = in.getInt();
    Header header = header(bytes, length, source);
    in.position(START + length);
    Map<String, Object> arrays = new LinkedHashMap<>();
    for (Entry entry : header.arrays()) {
      arrays.put(entry.name(), entry.type().read(in, entry.count()));
    }
    return new CheckpointReader(source, "", arrays, header.texts());
  }

  private static void verify(byte[] bytes, String source) {
    if (bytes.length < START + HASH
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CheckpointException(
          source
              + " is not a checkpoint of this version: it holds "
              + bytes.length
              + " bytes and does not begin as one.");
    }
    byte[] stored = Arrays.copyOfRange(bytes, bytes.length - HASH, bytes.length);
    if (!MessageDigest.isEqual(stored, sha256(bytes, bytes.length - HASH))) {
      throw new CheckpointException(
          source
              + " is cut off or was changed: its "
              + bytes.length
              + " bytes do not match its SHA-256.");
    }
  }

  private static Header header(byte[] bytes, int length, String source) {
    try {
      return JSON.readValue(bytes, START, length, Header.class);
    } catch (JacksonException failure) {
      throw new CheckpointException(source + " has an unreadable header.", failure);
    }
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException failure) {
      throw new CheckpointException(
          "This Java runtime has no SHA-256; use a complete JDK.", failure);
    }
  }
}
