package eyas.assets.policy;

import java.util.Arrays;
import java.util.Random;

/** Seeded damage to files: flipped bytes, cuts, doubled parts. */
public final class Damage {
  private Damage() {}

  /** A copy with one to three faults. */
  public static byte[] of(byte[] whole, Random random) {
    byte[] result = whole.clone();
    int faults = 1 + random.nextInt(3);
    for (int fault = 0; fault < faults && result.length > 0; fault++) {
      result = one(result, random);
    }
    return result;
  }

  private static byte[] one(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> with(bytes, at, "{}[]\":,#-&*!|>%@\t\n 09eE.".charAt(random.nextInt(24)));
      case 2 -> doubled(bytes, at);
      default -> with(bytes, at, random.nextInt(256));
    };
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    return bytes;
  }

  private static byte[] doubled(byte[] bytes, int at) {
    byte[] longer = Arrays.copyOf(bytes, 2 * bytes.length - at);
    System.arraycopy(bytes, at, longer, bytes.length, bytes.length - at);
    return longer;
  }
}
