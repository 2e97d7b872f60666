package eyas.assets.policy;

import eyas.assets.policy.inference.NetworkInference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished policy: a contract, the weights and, once the transfer gate has passed, a seal. On
 * disk a folder with {@code policy.json} and {@code weights.safetensors}; data only, loading
 * executes nothing. Immutable.
 */
public final class PolicyBundle {
  private final PolicyContract contract;
  private final Map<String, Tensor> weights;
  private final Optional<GateReport> gate;
  private final Optional<Seal> seal;

  private PolicyBundle(
      PolicyContract contract,
      Map<String, Tensor> weights,
      Optional<GateReport> gate,
      Optional<Seal> seal) {
    this.contract = contract;
    this.weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    this.gate = gate;
    this.seal = seal;
    BundleCheck.weights(contract, this.weights);
  }

  /** An unsealed bundle; weights must have the names and shapes of the network. */
  public static PolicyBundle of(PolicyContract contract, Map<String, Tensor> weights) {
    return new PolicyBundle(contract, weights, Optional.empty(), Optional.empty());
  }

  /** Reads a folder and checks hashes, shapes and seal; see {@link #verify()} for the rest. */
  public static PolicyBundle load(Path folder) {
    byte[] json = BundleFiles.read(folder, BundleFiles.DOCUMENT);
    return read(json, BundleFiles.read(folder, BundleFiles.WEIGHTS), folder);
  }

  /**
   * As {@link #load}, from memory.
   *
   * @param json contents of {@code policy.json}
   * @param bytes contents of {@code weights.safetensors}
   * @param folder where messages say that they come from
   */
  public static PolicyBundle read(byte[] json, byte[] bytes, Path folder) {
    String source = folder.resolve(BundleFiles.DOCUMENT).toString();
    BundleDocument document =
        BundleDocument.parse(new String(json, StandardCharsets.UTF_8), source);
    BundleException.require(
        document.weightsSha256().equals(BundleHash.of(bytes)),
        folder.resolve(BundleFiles.WEIGHTS)
            + " does not have the hash that policy.json states. The weights are cut off or changed;"
            + " fetch the bundle again.");
    Map<String, Tensor> weights =
        Safetensors.read(bytes, folder.resolve(BundleFiles.WEIGHTS).toString());
    PolicyBundle bundle =
        new PolicyBundle(document.contract(), weights, document.gate(), document.seal());
    BundleCheck.seal(bundle);
    return bundle;
  }

  /** Writes a folder, aside first and then renamed, replacing an older bundle there. */
  public void save(Path folder) {
    byte[] bytes = Safetensors.write(weights);
    BundleDocument document =
        new BundleDocument(BundleDocument.FORMAT, contract, BundleHash.of(bytes), gate, seal);
    BundleFiles.write(folder, document.json(), bytes);
  }

  /**
   * Checks everything a robot relies on: shapes, finite weights, golden vectors through inference,
   * and the seal if there is one. Returns this bundle.
   */
  public PolicyBundle verify() {
    BundleCheck.weights(contract, weights);
    BundleCheck.golden(this);
    BundleCheck.seal(this);
    return this;
  }

  /** Seals the bundle; a report of a gate that has not passed is refused. */
  public PolicyBundle seal(GateReport report) {
    BundleException.require(
        report.passed(),
        "Policy `"
            + contract.name()
            + "` has not passed the transfer gate: "
            + report.summary()
            + " It stays unsealed; train it further, or force the seal, which the bundle records.");
    return sealed(report, false);
  }

  /**
   * Seals the bundle whatever the gate says.
   *
   * @param report what the gate said
   * @param forced whether the seal records that it was forced; it always does when the gate has not
   *     passed. To be set when a gate passed that asked for less than the usual
   */
  public PolicyBundle sealForced(GateReport report, boolean forced) {
    return sealed(report, forced || !report.passed());
  }

  private PolicyBundle sealed(GateReport report, boolean forced) {
    verify();
    String hash = BundleHash.seal(contract, Safetensors.write(weights), report, forced);
    return new PolicyBundle(
        contract, weights, Optional.of(report), Optional.of(new Seal(hash, forced)));
  }

  /** Whether the bundle carries a seal. */
  public boolean isSealed() {
    return seal.isPresent();
  }

  /** Throws with a sentence unless the bundle is sealed. */
  public void requireSealed() {
    BundleException.require(
        isSealed(),
        "Policy `"
            + contract.name()
            + "` is not sealed: it has no passed transfer report. Run the"
            + " transfer gate first.");
  }

  /** The same weights under another contract; gate report and seal are dropped. */
  public PolicyBundle withContract(PolicyContract other) {
    return of(other, weights);
  }

  /** Attaches a gate report without sealing. */
  public PolicyBundle withGate(GateReport report) {
    return new PolicyBundle(contract, weights, Optional.of(report), Optional.empty());
  }

  /**
   * Runs this policy over sequences and stores the outputs as golden vectors.
   *
   * @param inputs observations [sequence][step][observation]
   * @param tolerance largest difference that {@link #verify()} and exports allow
   */
  public PolicyBundle recordGolden(List<float[][]> inputs, double tolerance) {
    List<GoldenVector> vectors =
        inputs.stream().map(steps -> GoldenRecorder.record(inference(), steps)).toList();
    return withContract(contract.withGolden(vectors, tolerance));
  }

  /** Stores two golden vectors of seeded random observations. */
  public PolicyBundle recordGolden(long seed, int steps, double tolerance) {
    int size = contract.observation().size();
    return recordGolden(
        List.of(
            GoldenRecorder.random(seed, steps, size), GoldenRecorder.random(seed + 1, steps, size)),
        tolerance);
  }

  /** A new runner of this policy, for one thread. */
  public NetworkInference inference() {
    return new NetworkInference(contract.network(), contract.normaliser(), weights);
  }

  /** The contract. */
  public PolicyContract contract() {
    return contract;
  }

  /** Weights by the names of {@link NetworkSpec#weightShapes()}; unmodifiable. */
  public Map<String, Tensor> weights() {
    return weights;
  }

  /** The report of the transfer gate, if one was attached. */
  public Optional<GateReport> gate() {
    return gate;
  }

  /** The seal, if there is one. */
  public Optional<Seal> seal() {
    return seal;
  }
}
