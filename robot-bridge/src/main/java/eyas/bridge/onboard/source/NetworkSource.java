package eyas.bridge.onboard.source;

import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PolicyBundle;

/** The arrays, the functions and the function body of a network in C. */
final class NetworkSource {
  private static final String NORMALISED = "normalised";

  private final Declarations declarations = new Declarations();
  private final ChainSource chain;

  /** Writes the network of a bundle. */
  NetworkSource(PolicyBundle bundle) {
    Normaliser normaliser = bundle.contract().normaliser();
    boolean plain = normaliser.isIdentity();
    chain = new ChainSource(bundle, declarations, 1, plain ? "observation" : NORMALISED);
    if (!plain) {
      normalise(normaliser);
    }
    chain.add(bundle.contract().network(), "");
    chain.copyTo("action");
    if (chain.hidden() == 0) {
      chain.call("(void)hidden;");
    }
  }

  private void normalise(Normaliser normaliser) {
    int size = normaliser.size();
    declarations.array("observation_mean", Floats.of(normaliser.mean()));
    declarations.array("observation_scale", Floats.of(normaliser.scale()));
    chain.buffer(NORMALISED, size);
    chain.call("unsigned i;");
    chain.call("for (i = 0; i < " + size + "u; ++i) {");
    chain.call("  normalised[i] = (observation[i] - observation_mean[i]) * observation_scale[i];");
    chain.call("}");
  }

  /** Constant arrays. */
  String arrays() {
    return declarations.arrays();
  }

  /** Parts of the fixed code that the network calls, before the sums. */
  boolean needs(String part) {
    return declarations.needs(part);
  }

  /** Functions that the network calls, behind the sums. */
  String functions() {
    return declarations.functions();
  }

  /** Statements of the function {@code network}. */
  String body() {
    return chain.body();
  }

  /** Numbers of hidden state, filled up. */
  int hidden() {
    return chain.hidden();
  }

  /** Numbers in arrays of the network's functions that exist at the same time, at most. */
  int scratch() {
    return chain.scratch();
  }

  /** Multiplications of matrices in a step, at most. */
  long multiplications() {
    return declarations.multiplications();
  }
}
