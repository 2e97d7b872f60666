package eyas.policies.ppo;

import eyas.assets.policy.Normaliser;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.network.NetworkWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy worth keeping.
 *
 * @param score mean return of the last episodes
 * @param weights of the actor
 * @param normaliser of the actor's inputs
 */
record BestPolicy(double score, NetworkWeights weights, Normaliser normaliser) {
  void save(CheckpointWriter writer) {
    writer.doubles("score", score);
    writer.floats("weights", weights.flat());
    writer.floats("mean", array(normaliser.mean()));
    writer.floats("scale", array(normaliser.scale()));
  }

  BestPolicy restored(CheckpointReader reader) {
    return new BestPolicy(
        reader.doubles("score", 1)[0],
        NetworkWeights.fromFlat(weights.spec(), reader.floats("weights")),
        new Normaliser(list(reader.floats("mean")), list(reader.floats("scale"))));
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
