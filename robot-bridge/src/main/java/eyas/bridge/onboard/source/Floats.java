package eyas.bridge.onboard.source;

import java.util.ArrayList;
import java.util.List;

/** Lists of numbers as arrays and back. */
final class Floats {
  private Floats() {}

  /** Returns the numbers of a list. */
  static float[] of(List<Float> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i);
    }
    return result;
  }

  /** Returns the numbers of an array. */
  static List<Float> list(float[] values) {
    List<Float> result = new ArrayList<>(values.length);
    for (float value : values) {
      result.add(value);
    }
    return result;
  }
}
