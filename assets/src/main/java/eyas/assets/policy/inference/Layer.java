package eyas.assets.policy.inference;

/** One layer with its weights; advances its part of the state in place. */
interface Layer {
  int stateSize();

  void step(float[] input, float[] state, int stateOffset, float[] output);
}
