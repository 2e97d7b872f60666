package eyas.distill.student;

/**
 * What an examination came to.
 *
 * @param meanReturn mean return
 * @param length mean length [steps]
 * @param terminated share of episodes that failed
 */
public record ExamResult(double meanReturn, double length, double terminated) {
  /** Returns the mean over {@code count} summed results. */
  ExamResult over(int count) {
    return new ExamResult(meanReturn / count, length / count, terminated / count);
  }

  ExamResult plus(ExamResult other) {
    return new ExamResult(
        meanReturn + other.meanReturn, length + other.length, terminated + other.terminated);
  }
}
