package eyas.distill.probe;

import eyas.distill.loop.DistillException;

/**
 * What a student's flight left behind; one row a sample.
 *
 * @param hidden hidden states, (samples, hidden size)
 * @param property a hidden property of each sample's robot, e.g. its thrust-to-weight ratio [1]
 * @param studentActions (samples, actions)
 * @param teacherActions what the teacher would do there; no rows if there is no teacher
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record ProbeData(
    double[][] hidden, double[] property, double[][] studentActions, double[][] teacherActions) {
  /** Checks the numbers of rows. */
  public ProbeData {
    if (hidden.length != property.length || hidden.length < 2) {
      throw new DistillException(
          "A probe needs at least two samples and one property a sample; given "
              + hidden.length
              + " hidden states and "
              + property.length
              + " properties.");
    }
  }
}
