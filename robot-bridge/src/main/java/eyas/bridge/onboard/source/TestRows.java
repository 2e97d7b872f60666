package eyas.bridge.onboard.source;

import eyas.assets.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequences that the generated self test replays: random observations, some beyond their
 * limits, and the actions of the plain-Java inference; each sequence begins with a reset.
 *
 * @param steps steps of each sequence
 * @param observations one row for each step
 * @param actions one row for each step
 */
record TestRows(int steps, List<float[]> observations, List<float[]> actions) {
  static final int SEQUENCES = 2;
  private static final int STEPS = 8;
  // images fill a controller's memory soon
  private static final int STEPS_OF_IMAGES = 2;
  private static final int IMAGE = 1000;
  private static final int SEED = 1;

  /** Runs a bundle. */
  static TestRows of(PolicyBundle bundle) {
    ClippedPolicy policy = new ClippedPolicy(bundle);
    RandomSequences random = new RandomSequences(SEED, bundle.contract().network());
    int steps = bundle.contract().observation().size() < IMAGE ? STEPS : STEPS_OF_IMAGES;
    List<float[]> observations = new ArrayList<>();
    List<float[]> actions = new ArrayList<>();
    int size = bundle.contract().action().size();
    for (int row = 0; row < SEQUENCES * steps; row++) {
      if (row % steps == 0) {
        policy.reset();
      }
      float[] observation = new float[bundle.contract().observation().size()];
      float[] action = new float[size];
      random.next(observation);
      policy.step(observation, action, new float[size]);
      observations.add(observation);
      actions.add(action);
    }
    return new TestRows(steps, observations, actions);
  }

  /** Returns rows as C writes them. */
  static String text(List<float[]> rows) {
    return String.join(
        ",\n", rows.stream().map(row -> "  {\n" + CText.numbers(row, "    ") + "}").toList());
  }
}
