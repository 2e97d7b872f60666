package eyas.bridge.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes: flips, cuts, doubled and swapped parts, lengths that lie, words of the format. */
final class Damage {
  private static final int[] LENGTHS = {
    0, 1, -1, 0x7fffffff, 0x80000000, 0xffff, 0x01000000, 0x40000000, -4
  };
  private static final int MOST_FAULTS = 3;
  private static final int LONGEST = 1 << 16;

  private final SplittableRandom random;
  private final List<String> words;

  /**
   * Creates a source of damage.
   *
   * @param random seeded
   * @param words pieces of text that mean something in the format
   */
  Damage(SplittableRandom random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** A copy with one to three faults; at times it is noise from beginning to end. */
  byte[] of(byte[] whole) {
    if (random.nextInt(50) == 0) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = whole.clone();
    int faults = 1 + random.nextInt(MOST_FAULTS);
    for (int i = 0; i < faults; i++) {
      bytes = bytes.length == 0 || bytes.length > LONGEST ? whole.clone() : once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> flipped(bytes, at);
      case 2 -> length(bytes, at);
      case 3 -> spliced(bytes, at, word());
      case 4 -> spliced(bytes, at, part(bytes));
      case 5 -> without(bytes, at, random.nextInt(1, 16));
      default -> replaced(bytes, at);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  private byte[] replaced(byte[] bytes, int at) {
    bytes[at] = (byte) random.nextInt(256);
    return bytes;
  }

  private byte[] length(byte[] bytes, int at) {
    int value = LENGTHS[random.nextInt(LENGTHS.length)];
    int place = Math.min(at & ~3, bytes.length - 4);
    if (place >= 0) {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
    }
    return bytes;
  }

  private byte[] word() {
    return words.isEmpty()
        ? new byte[] {0}
        : words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] part(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(1, 64)));
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] part) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + part.length);
    System.arraycopy(part, 0, longer, at, part.length);
    System.arraycopy(bytes, at, longer, at + part.length, bytes.length - at);
    return longer;
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }
}
