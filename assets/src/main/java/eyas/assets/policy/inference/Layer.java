package eyas.assets.policy.inference;

/**
 * One layer with its weights; advances its part of the state in place. Output arrays are filled up
 * to whole blocks, see {@link PackedAffine#padded}.
 */
interface Layer {
  int stateSize();

  void step(float[] input, float[] state, int stateOffset, float[] output);
}
