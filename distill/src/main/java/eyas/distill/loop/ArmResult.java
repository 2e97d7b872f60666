package eyas.distill.loop;

import eyas.distill.student.ExamResult;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.network.NetworkWeights;

/**
 * What one way of raising a student came to.
 *
 * @param arm {@code distilled}, {@code analytic} or {@code distilled-then-analytic}
 * @param exam return, length and failures in the final examination
 * @param seconds time of its updates [s]
 * @param samples environment steps
 * @param weights the student
 */
public record ArmResult(
    String arm, ExamResult exam, double seconds, long samples, NetworkWeights weights) {
  void save(CheckpointWriter writer) {
    writer.text("arm", arm);
    writer.doubles("exam", exam.meanReturn(), exam.length(), exam.terminated(), seconds);
    writer.longs("samples", samples);
    writer.floats("weights", weights.flat());
  }

  static ArmResult restore(CheckpointReader reader, eyas.assets.policy.NetworkSpec spec) {
    double[] exam = reader.doubles("exam", 4);
    return new ArmResult(
        reader.text("arm"),
        new ExamResult(exam[0], exam[1], exam[2]),
        exam[3],
        reader.number("samples"),
        NetworkWeights.fromFlat(spec, reader.floats("weights")));
  }
}
