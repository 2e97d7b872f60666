package eyas.distill.loop;

import eyas.distill.student.ExamResult;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;

/** The best examined snapshot. Mutable. */
final class BestStudent {
  private float[] weights;
  private ExamResult result = new ExamResult(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 1);

  BestStudent(float[] first) {
    weights = first;
  }

  /** Keeps a snapshot that is better than all before. */
  void offer(float[] candidate, ExamResult reached) {
    if (reached.meanReturn() > result.meanReturn()) {
      weights = candidate.clone();
      result = reached;
    }
  }

  /** Returns whether a result lies so far below the best that something broke. */
  boolean farAbove(ExamResult reached, double margin) {
    return !(reached.meanReturn() >= result.meanReturn() - margin);
  }

  float[] weights() {
    return weights;
  }

  ExamResult result() {
    return result;
  }

  void save(CheckpointWriter writer) {
    writer.floats("weights", weights);
    writer.doubles("result", result.meanReturn(), result.length(), result.terminated());
  }

  void restore(CheckpointReader reader) {
    weights = reader.floats("weights", weights.length);
    double[] values = reader.doubles("result", 3);
    result = new ExamResult(values[0], values[1], values[2]);
  }
}
