package eyas.bridge.node.input;

import java.util.Optional;

/**
 * What a source has seen so far.
 *
 * @param taken samples that were good
 * @param notFinite samples with a value that is not finite
 * @param old samples that were too old, or from the future, by their stamp
 * @param refused samples that were refused for another reason
 * @param lastRefusal why the last one was not taken, as a sentence
 */
public record SourceCounts(
    long taken, long notFinite, long old, long refused, Optional<String> lastRefusal) {
  /** All that were not taken. */
  public long dropped() {
    return notFinite + old + refused;
  }
}
