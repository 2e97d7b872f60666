package eyas.bridge.onboard.source;

import eyas.assets.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequences that the generated self test replays: random observations, some beyond their
 * limits, and the actions of the plain-Java inference; each sequence begins with a reset.
 *
 * @param observations one row for each step
 * @param actions one row for each step
 */
record TestRows(List<float[]> observations, List<float[]> actions) {
  static final int SEQUENCES = 2;
  static final int STEPS = 8;
  private static final int SEED = 1;

  /** Runs a bundle. */
  static TestRows of(PolicyBundle bundle) {
    ClippedPolicy policy = new ClippedPolicy(bundle);
    RandomSequences random = new RandomSequences(SEED);
    List<float[]> observations = new ArrayList<>();
    List<float[]> actions = new ArrayList<>();
    int size = bundle.contract().action().size();
    for (int row = 0; row < SEQUENCES * STEPS; row++) {
      if (row % STEPS == 0) {
        policy.reset();
      }
      float[] observation = new float[bundle.contract().observation().size()];
      float[] action = new float[size];
      random.next(observation);
      policy.step(observation, action, new float[size]);
      observations.add(observation);
      actions.add(action);
    }
    return new TestRows(observations, actions);
  }

  /** Returns rows as C writes them. */
  static String text(List<float[]> rows) {
    return String.join(
        ",\n", rows.stream().map(row -> "  {\n" + CText.numbers(row, "    ") + "}").toList());
  }
}
