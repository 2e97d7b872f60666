package eyas.sim.task;

/** Turns row-major (environments, features) into the device's [feature][environment] and back. */
public final class Rows {
  private Rows() {}

  /**
   * Transposes to the device's layout; environments beyond the batch repeat its first one.
   *
   * @param from (environments, features), not modified
   * @param to [features][padded], modified
   */
  public static void toDevice(
      float[] from, int environments, int padded, int features, float[] to) {
    for (int f = 0; f < features; f++) {
      for (int e = 0; e < padded; e++) {
        to[f * padded + e] = from[(e < environments ? e : 0) * features + f];
      }
    }
  }

  /**
   * Transposes from the device's layout.
   *
   * @param from [features][padded], not modified
   * @param to (environments, features), modified
   */
  public static void toHost(float[] from, int environments, int padded, int features, float[] to) {
    for (int e = 0; e < environments; e++) {
      for (int f = 0; f < features; f++) {
        to[e * features + f] = from[f * padded + e];
      }
    }
  }

  static void check(String what, int given, int needed) {
    if (given != needed) {
      throw new TaskException(
          "The array of "
              + what
              + " has "
              + given
              + " values; "
              + needed
              + " are needed (environments times features).");
    }
  }
}
