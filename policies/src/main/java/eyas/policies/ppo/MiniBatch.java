package eyas.policies.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eyas.policies.network.TensorCopy;
import eyas.policies.rollout.RolloutBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples gathered for one gradient step. The columns are: action, mean action, log-probability,
 * advantage, value target, value, log-deviation; as recorded when the action was taken.
 */
final class MiniBatch {
  private static final int SCALARS = 4;

  private final float[] actor;
  private final float[] critic;
  private final float[] columns;
  private final int count;
  private final int width;

  private MiniBatch(int count, int width, float[] actor, float[] critic, float[] columns) {
    this.count = count;
    this.width = width;
    this.actor = actor;
    this.critic = critic;
    this.columns = columns;
  }

  /** Number of recorded columns. */
  static int columns(int actions) {
    return 3 * actions + SCALARS;
  }

  /** Where the columns are cut: after each kind but the last. */
  static long[] cuts(int actions) {
    long two = 2L * actions;
    return new long[] {actions, two, two + 1, two + 2, two + 3, two + 4};
  }

  /** Gathers the samples {@code order[from]} to {@code order[to - 1]}. */
  static MiniBatch gather(
      RolloutBuffer buffer,
      PpoTargets targets,
      float[] logDeviation,
      int[] order,
      int from,
      int to) {
    float[] actor = new float[(to - from) * buffer.actorInputs()];
    float[] critic = new float[(to - from) * buffer.criticInputs()];
    for (int i = from; i < to; i++) {
      copy(buffer.actorRows(), order[i], buffer.actorInputs(), actor, i - from);
      copy(buffer.criticRows(), order[i], buffer.criticInputs(), critic, i - from);
    }
    float[] columns = columns(buffer, targets, logDeviation, order, from, to);
    return new MiniBatch(to - from, columns(buffer.actions()), actor, critic, columns);
  }

  /** Returns the recorded columns of the samples {@code order[from]} to {@code order[to - 1]}. */
  static float[] columns(
      RolloutBuffer buffer,
      PpoTargets targets,
      float[] logDeviation,
      int[] order,
      int from,
      int to) {
    int actions = buffer.actions();
    int width = columns(actions);
    float[] columns = new float[(to - from) * width];
    for (int i = from; i < to; i++) {
      int sample = order[i];
      int at = (i - from) * width;
      System.arraycopy(buffer.actionRows(), sample * actions, columns, at, actions);
      System.arraycopy(buffer.meanRows(), sample * actions, columns, at + actions, actions);
      at += 2 * actions;
      columns[at] = buffer.logProbabilities()[sample];
      columns[at + 1] = targets.advantages()[sample];
      columns[at + 2] = targets.targets()[sample];
      columns[at + 3] = targets.oldValues()[sample];
      System.arraycopy(logDeviation, 0, columns, at + SCALARS, actions);
    }
    return columns;
  }

  /** Number of samples. */
  int count() {
    return count;
  }

  /** The same samples in parts of about {@code rows}, in order. */
  List<MiniBatch> parts(int rows) {
    int number = Math.max(1, Math.round((float) count / rows));
    if (number == 1) {
      return List.of(this);
    }
    List<MiniBatch> parts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int from = (int) ((long) count * i / number);
      int to = (int) ((long) count * (i + 1) / number);
      parts.add(
          new MiniBatch(
              to - from,
              width,
              cut(actor, from, to),
              cut(critic, from, to),
              cut(columns, from, to)));
    }
    return parts;
  }

  private float[] cut(float[] values, int from, int to) {
    int each = values.length / count;
    return Arrays.copyOfRange(values, from * each, to * each);
  }

  private static void copy(float[] from, int sample, int width, float[] to, int row) {
    System.arraycopy(from, sample * width, to, row * width, width);
  }

  NDArray actorRows(NDManager scope) {
    return TensorCopy.create(scope, actor, new Shape(count, actor.length / count));
  }

  NDArray criticRows(NDManager scope) {
    return TensorCopy.create(scope, critic, new Shape(count, critic.length / count));
  }

  NDArray columns(NDManager scope) {
    return TensorCopy.create(scope, columns, new Shape(count, width));
  }
}
