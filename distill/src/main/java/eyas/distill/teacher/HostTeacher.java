package eyas.distill.teacher;

/** A teacher that labels states on the host. */
public interface HostTeacher {
  /** Returns the observation group that it sees. */
  String group();

  /**
   * Labels states.
   *
   * @param rows observations, (environments, features)
   * @param means written, (environments, actions)
   * @param logDeviations written, (environments, actions): logarithm of the standard deviation
   */
  void label(float[] rows, float[] means, float[] logDeviations);

  /** Returns whether its means have passed a tanh, so that they are no Gaussian's. */
  boolean squashed();
}
