package eyas.distill.probe;

import eyas.distill.loop.DistillException;

/** The mean squared distance between the student's and the teacher's actions. */
public record TeacherGap() implements Probe {
  @Override
  public String name() {
    return "teacher-gap";
  }

  @Override
  public double measure(ProbeData data) {
    int count = data.studentActions().length;
    if (data.teacherActions().length != count) {
      throw new DistillException(
          "The gap needs one teacher's action a sample; given "
              + data.teacherActions().length
              + " for "
              + count
              + " samples.");
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < data.studentActions()[i].length; j++) {
        sum += Math.pow(data.studentActions()[i][j] - data.teacherActions()[i][j], 2);
      }
    }
    return sum / count;
  }
}
