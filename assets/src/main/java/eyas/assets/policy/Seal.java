package eyas.assets.policy;

/**
 * Proof that contract, weights and gate report belong together.
 *
 * @param sha256 hash over the three, in hexadecimal
 * @param forced whether the bundle was sealed although the gate had not passed, or had passed only
 *     because it asked for less than the usual
 */
public record Seal(String sha256, boolean forced) {
  /** Refuses what is no SHA-256. */
  public Seal {
    BundleException.require(
        sha256.matches("[0-9a-f]{64}"),
        "The seal `" + sha256 + "` is not a SHA-256 in hexadecimal.");
  }
}
