package eyas.distill.target;

/** What the student aims at in each visited state. */
@FunctionalInterface
public interface Target {
  /** Returns the target, given what the teacher would do. */
  Gaussians of(Gaussians teacher);

  /** The teacher's own action. */
  static Target teacherAction() {
    return teacher -> teacher;
  }
}
