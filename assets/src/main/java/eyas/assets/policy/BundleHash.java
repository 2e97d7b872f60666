package eyas.assets.policy;

import eyas.assets.config.ConfigWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of weights and of what a seal covers. */
final class BundleHash {
  private BundleHash() {}

  /** Hash of a file's bytes. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** Hash over contract, weights, gate report and whether the seal was forced. */
  static String seal(PolicyContract contract, byte[] weights, GateReport gate, boolean forced) {
    MessageDigest digest = digest();
    // each part is preceded by its length, so that no byte can move from one to the next
    update(digest, ConfigWriter.json(contract).getBytes(StandardCharsets.UTF_8));
    update(digest, weights);
    update(digest, ConfigWriter.json(gate).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) (forced ? 1 : 0));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
