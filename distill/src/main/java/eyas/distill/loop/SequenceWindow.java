package eyas.distill.loop;

import eyas.distill.weight.Gate;
import eyas.distill.weight.StepWeight;
import java.util.Arrays;

/**
 * The experience of one window; arrays are (steps, environments[, features]) row-major and are
 * written over by the next window. Mutable.
 */
final class SequenceWindow {
  private final int steps;
  private final int environments;
  private final int inputs;
  private final int actions;
  private final float[] rows;
  private final float[] keep;
  private final float[] teacherMeans;
  private final float[] teacherLogDeviations;
  private final float[] weights;
  private final float[] firstHidden;
  private final double[] returns;
  private final int[] begun;
  private double gap;

  SequenceWindow(int steps, int environments, int inputs, int actions, int stateSize) {
    this.steps = steps;
    this.environments = environments;
    this.inputs = inputs;
    this.actions = actions;
    int samples = steps * environments;
    rows = new float[samples * inputs];
    keep = new float[samples];
    teacherMeans = new float[samples * actions];
    teacherLogDeviations = new float[samples * actions];
    weights = new float[samples];
    firstHidden = new float[environments * stateSize];
    returns = new double[environments];
    begun = new int[environments];
  }

  /** Starts a window with the hidden state before its first step. */
  void begin(float[] hidden) {
    System.arraycopy(hidden, 0, firstHidden, 0, hidden.length);
    Arrays.fill(returns, 0);
    Arrays.fill(begun, 0);
    gap = 0;
  }

  /** Stores one step: what the student saw and did and what the teacher would do. */
  void put(int step, Labels labels, float[] studentMeans, StepWeight weight) {
    System.arraycopy(labels.rows(), 0, rows, step * environments * inputs, labels.rows().length);
    System.arraycopy(labels.keep(), 0, keep, step * environments, environments);
    int at = step * environments * actions;
    System.arraycopy(labels.means(), 0, teacherMeans, at, labels.means().length);
    System.arraycopy(labels.logDeviations(), 0, teacherLogDeviations, at, labels.means().length);
    for (int e = 0; e < environments; e++) {
      double square = 0;
      for (int i = 0; i < actions; i++) {
        double difference = studentMeans[e * actions + i] - labels.means()[e * actions + i];
        square += difference * difference;
      }
      gap += square;
      weights[step * environments + e] = (float) weight.at(step, square);
    }
  }

  /** One step's observations, reset mask and teacher labels. */
  record Labels(float[] rows, float[] keep, float[] means, float[] logDeviations) {}

  /** Counts the rewards of a step and judges the episodes that ended with it. */
  void outcome(int step, float[] rewards, boolean[] ended, Gate gate) {
    for (int e = 0; e < environments; e++) {
      returns[e] += rewards[e];
      if (ended[e]) {
        weigh(e, step + 1, gate.admits(returns[e]) ? 1 : 0);
        returns[e] = 0;
      }
    }
  }

  /** Episodes without an outcome do not count where outcomes are needed. */
  void end(Gate gate) {
    for (int e = 0; e < environments; e++) {
      weigh(e, steps, gate.needsOutcome() ? 0 : 1);
    }
  }

  private void weigh(int environment, int until, float factor) {
    for (int t = begun[environment]; t < until; t++) {
      weights[t * environments + environment] *= factor;
    }
    begun[environment] = until;
  }

  /** Returns the mean squared distance between the student's and the teacher's actions. */
  double meanGap() {
    return gap / (steps * (double) environments);
  }

  double weightSum() {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }

  int steps() {
    return steps;
  }

  int environments() {
    return environments;
  }

  int actions() {
    return actions;
  }

  float[] rows() {
    return rows;
  }

  float[] keep() {
    return keep;
  }

  float[] teacherMeans() {
    return teacherMeans;
  }

  float[] teacherLogDeviations() {
    return teacherLogDeviations;
  }

  float[] weights() {
    return weights;
  }

  float[] firstHidden() {
    return firstHidden;
  }
}
