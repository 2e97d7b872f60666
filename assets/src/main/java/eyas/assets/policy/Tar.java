package eyas.assets.policy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads plain (ustar) tar archives of small regular files; every size is checked. */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /** Whether bytes begin like a ustar archive. */
  static boolean isTar(byte[] bytes) {
    return bytes.length >= BLOCK
        && new String(bytes, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  /** Contents by path of all regular files. */
  static Map<String, byte[]> read(byte[] bytes, String source) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int position = 0;
    while (position + BLOCK <= bytes.length && bytes[position] != 0) {
      requireChecksum(bytes, position, source);
      String name = name(bytes, position);
      long size = octal(bytes, position + 124, 12, source);
      position += BLOCK;
      BundleException.require(
          size <= bytes.length - position,
          source
              + ": the entry "
              + name
              + " should have "
              + size
              + " bytes, but the archive ends"
              + " after "
              + (bytes.length - position)
              + ". It is cut off; fetch it again.");
      byte type = bytes[position - BLOCK + 156];
      if (type == '0' || type == 0) {
        byte[] content = Arrays.copyOfRange(bytes, position, position + (int) size);
        BundleException.require(
            files.put(name, content) == null, source + ": the entry " + name + " appears twice.");
      }
      position += (int) ((size + BLOCK - 1) / BLOCK * BLOCK);
      BundleException.require(
          position >= 0 && position <= bytes.length, source + " is cut off within " + name + ".");
    }
    return files;
  }

  private static String name(byte[] bytes, int position) {
    String name = text(bytes, position, 100);
    String prefix = text(bytes, position + 345, 155);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int start, int length) {
    int end = start;
    while (end < start + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
  }

  private static long octal(byte[] bytes, int start, int length, String source) {
    String digits = text(bytes, start, length).strip();
    BundleException.require(
        digits.matches("[0-7]{1,12}"), source + ": a header holds `" + digits + "` for a number.");
    return Long.parseLong(digits, 8);
  }

  private static void requireChecksum(byte[] bytes, int position, String source) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      // the checksum field itself counts as spaces
      sum += i >= 148 && i < 156 ? ' ' : bytes[position + i] & 0xff;
    }
    BundleException.require(
        sum == octal(bytes, position + 148, 8, source),
        source + ": a header at byte " + position + " is damaged. Fetch the archive again.");
  }
}
