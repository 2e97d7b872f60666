package eyas.distill.vision;

import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts a student's head with the teacher's. Teacher and student encode the same first objects;
 * the columns of objects that only the teacher sees are dropped. Behind a student's memory the
 * first dense layer has other inputs and keeps its own weights; the layers after it are copied.
 */
final class HeadTransfer {
  private HeadTransfer() {}

  /** Returns the student's weights with the teacher's head. */
  static NetworkWeights apply(NetworkWeights teacher, NetworkWeights student) {
    List<LayerSpec> from = teacher.spec().layers();
    List<LayerSpec> to = student.spec().layers();
    boolean memory = to.get(1).kind() == LayerKind.GRU;
    Map<String, float[]> tensors = new LinkedHashMap<>(student.tensors());
    int shift = memory ? 1 : 0;
    for (int i = 1; i < from.size() && i + shift < to.size(); i++) {
      if (i == 1 && !memory && sameLatents(teacher.spec(), student.spec())) {
        tensors.put("layers.1.weight", kept(teacher, student.spec()));
        tensors.put("layers.1.bias", teacher.tensor("layers.1.bias"));
      } else if (from.get(i).equals(to.get(i + shift)) && i > 1) {
        for (String name : from.get(i).weightShapes().keySet()) {
          tensors.put(
              "layers." + (i + shift) + "." + name, teacher.tensor("layers." + i + "." + name));
        }
      }
    }
    return new NetworkWeights(student.spec(), tensors);
  }

  private static boolean sameLatents(NetworkSpec teacher, NetworkSpec student) {
    return features(teacher) == features(student)
        && extras(teacher) == extras(student)
        && teacher.layers().get(1).outputs() == student.layers().get(1).outputs();
  }

  /** The first matrix without the columns of objects that the student does not see. */
  private static float[] kept(NetworkWeights teacher, NetworkSpec student) {
    int columns = teacher.spec().layers().get(1).inputs();
    int rows = teacher.spec().layers().get(1).outputs();
    int seen = student.layers().get(0).shared().orElseThrow().outputs();
    int extras = extras(student);
    float[] all = teacher.tensor("layers.1.weight");
    float[] kept = new float[rows * (seen + extras)];
    for (int row = 0; row < rows; row++) {
      int to = row * (seen + extras);
      System.arraycopy(all, row * columns, kept, to, seen);
      System.arraycopy(all, (row + 1) * columns - extras, kept, to + seen, extras);
    }
    return kept;
  }

  private static int features(NetworkSpec spec) {
    return spec.layers().get(0).shared().orElseThrow().network().outputs();
  }

  private static int extras(NetworkSpec spec) {
    LayerSpec encoder = spec.layers().get(0);
    return encoder.inputs() - encoder.shared().orElseThrow().inputs();
  }
}
