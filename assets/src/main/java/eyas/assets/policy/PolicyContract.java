package eyas.assets.policy;

import java.util.List;
import java.util.Map;

/**
 * Everything a robot must know about a policy besides its weights.
 *
 * @param name name of the policy
 * @param task task it was trained for
 * @param robot kind of robot, such as {@code quadrotor}
 * @param controlPeriod time between steps that advance the recurrent state [s]
 * @param observation what it sees
 * @param action what its outputs mean
 * @param network its layers
 * @param normaliser applied to the observation
 * @param stateSize numbers of recurrent state, zero at reset
 * @param provenance free-form: commit, seed, recipe, data
 * @param results free-form: figures of its evaluation
 * @param licence terms of use
 * @param golden recorded sequences that inference must reproduce
 * @param tolerance largest difference allowed to them [1]
 */
public record PolicyContract(
    String name,
    String task,
    String robot,
    double controlPeriod,
    ObservationContract observation,
    ActionContract action,
    NetworkSpec network,
    Normaliser normaliser,
    int stateSize,
    Map<String, Object> provenance,
    Map<String, Object> results,
    Licence licence,
    List<GoldenVector> golden,
    double tolerance) {
  /** Refuses parts that do not fit one another. */
  public PolicyContract {
    provenance = PlainData.copyOf(provenance, "provenance");
    results = PlainData.copyOf(results, "results");
    golden = List.copyOf(golden);
    BundleException.require(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        "The policy name `"
            + name
            + "` is not usable; use letters, digits, dot, hyphen, underscore.");
    BundleException.require(
        controlPeriod > 0 && controlPeriod <= 10,
        "The control period is " + controlPeriod + " s, but must be above 0 and at most 10 s.");
    BundleException.require(
        Double.isFinite(tolerance) && tolerance > 0, "The tolerance must be greater than 0.");
    fits("observation values", observation.size(), network.inputs());
    fits("normaliser values", normaliser.size(), network.inputs());
    fits("actions", action.size(), network.outputs());
    fits("numbers of recurrent state", stateSize, network.stateSize());
    for (GoldenVector vector : golden) {
      vector.inputs().forEach(row -> fits("golden inputs", row.size(), observation.size()));
      vector.outputs().forEach(row -> fits("golden outputs", row.size(), action.size()));
    }
  }

  /** The same contract with other measured results. */
  public PolicyContract withResults(Map<String, Object> newResults) {
    return with(normaliser, provenance, newResults, licence, golden, tolerance);
  }

  /** The same contract with other provenance. */
  public PolicyContract withProvenance(Map<String, Object> newProvenance) {
    return with(normaliser, newProvenance, results, licence, golden, tolerance);
  }

  /** The same contract with other golden vectors. */
  public PolicyContract withGolden(List<GoldenVector> vectors, double newTolerance) {
    return with(normaliser, provenance, results, licence, vectors, newTolerance);
  }

  /** The same contract under other terms. */
  public PolicyContract withLicence(Licence terms) {
    return with(normaliser, provenance, results, terms, golden, tolerance);
  }

  /** The same contract with another normaliser. */
  public PolicyContract withNormaliser(Normaliser other) {
    return with(other, provenance, results, licence, golden, tolerance);
  }

  private PolicyContract with(
      Normaliser newNormaliser,
      Map<String, Object> newProvenance,
      Map<String, Object> newResults,
      Licence newLicence,
      List<GoldenVector> newGolden,
      double newTolerance) {
    return new PolicyContract(
        name,
        task,
        robot,
        controlPeriod,
        observation,
        action,
        network,
        newNormaliser,
        stateSize,
        newProvenance,
        newResults,
        newLicence,
        newGolden,
        newTolerance);
  }

  private static void fits(String what, int given, int wanted) {
    BundleException.require(
        given == wanted,
        "There are " + given + " " + what + ", but the network needs " + wanted + ".");
  }
}
