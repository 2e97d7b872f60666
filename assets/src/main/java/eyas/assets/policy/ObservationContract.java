package eyas.assets.policy;

import eyas.assets.config.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy sees, term by term, in order.
 *
 * @param terms the parts of the observation
 * @param camera the camera that fills the first terms with pictures, if there is one
 */
public record ObservationContract(List<ObservationTerm> terms, Optional<CameraContract> camera) {
  /** Refuses an empty contract, repeated names, and pictures that are not the first terms. */
  public ObservationContract {
    terms = List.copyOf(terms);
    BundleException.require(!terms.isEmpty(), "An observation contract needs at least one term.");
    Set<String> names = new HashSet<>();
    for (ObservationTerm term : terms) {
      BundleException.require(
          names.add(term.name()), "Observation term `" + term.name() + "` is listed twice.");
    }
    for (int i = 0; camera.isPresent() && i < camera.get().pictures().size(); i++) {
      picture(terms, i, camera.get());
    }
  }

  private static void picture(List<ObservationTerm> terms, int i, CameraContract camera) {
    int pixels = camera.width() * camera.height();
    BundleException.require(
        i < terms.size()
            && terms.get(i).name().equals(camera.pictures().get(i))
            && terms.get(i).size() == pixels,
        "Observation term "
            + i
            + " must be the picture `"
            + camera.pictures().get(i)
            + "` of "
            + pixels
            + " pixels, because the camera says so.");
  }

  /** A contract without a camera. */
  public ObservationContract(List<ObservationTerm> terms) {
    this(terms, Optional.empty());
  }

  /** Number of all values. */
  public int size() {
    return terms.stream().mapToInt(ObservationTerm::size).sum();
  }

  /** Names in order. */
  public List<String> names() {
    return terms.stream().map(ObservationTerm::name).toList();
  }

  /** Where a term begins within the observation. */
  public int offset(String name) {
    int offset = 0;
    for (ObservationTerm term : terms) {
      if (term.name().equals(name)) {
        return offset;
      }
      offset += term.size();
    }
    throw new BundleException(
        "There is no observation term `" + name + "`. " + Suggestions.sentence(name, names()));
  }

  /**
   * Limits every term that has a clip, in place. The robot side calls this before a policy steps;
   * inference itself does not clip.
   *
   * @param observation holds {@link #size()} values from {@code offset} on
   */
  public void clip(float[] observation, int offset) {
    int begin = offset;
    for (int t = 0; t < terms.size(); t++) {
      ObservationTerm term = terms.get(t);
      if (term.clip().isPresent()) {
        clip(observation, begin, begin + term.size(), (float) term.clip().getAsDouble());
      }
      begin += term.size();
    }
  }

  private static void clip(float[] values, int begin, int end, float limit) {
    for (int i = begin; i < end; i++) {
      values[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
  }

  /** Throws with a sentence unless another contract lists the same terms, units and frames. */
  public void requireSameTerms(ObservationContract other, String policy) {
    for (int i = 0; i < Math.max(terms.size(), other.terms.size()); i++) {
      String here = i < terms.size() ? words(terms.get(i)) : "nothing";
      String there = i < other.terms.size() ? words(other.terms.get(i)) : "nothing";
      BundleException.require(
          here.equals(there),
          "Policy `"
              + policy
              + "` wants "
              + there
              + " as observation term "
              + i
              + ", but the task gives "
              + here
              + ". Use a policy made for this task.");
    }
  }

  private static String words(ObservationTerm term) {
    return "`"
        + term.name()
        + "` ("
        + term.size()
        + " values ["
        + term.unit()
        + "], "
        + term.frame()
        + ")";
  }
}
