package eyas.distill.loop;

/** Decides whose actions move the world, that is, whose states the student learns on. */
@FunctionalInterface
public interface RollIn {
  /**
   * Returns whether the teacher flies.
   *
   * @param window index of the window, from 0
   */
  boolean teacherFlies(long window);

  /** The student flies from the start: purely on-policy. */
  static RollIn student() {
    return window -> false;
  }

  /** The teacher always flies: behaviour cloning. */
  static RollIn teacher() {
    return window -> true;
  }

  /** The teacher flies the first windows and then the student, as RAPTOR does with 10 of 1000. */
  static RollIn teacherThenStudent(long windows) {
    return window -> window < windows;
  }

  /** The roll-ins that a configuration can name. */
  enum Kind {
    /** Purely on-policy. */
    STUDENT,
    /** Behaviour cloning. */
    TEACHER,
    /** Teacher first, then the student. */
    TEACHER_THEN_STUDENT;

    /** Returns the roll-in; {@code windows} counts for teacher-then-student only. */
    public RollIn with(long windows) {
      return switch (this) {
        case STUDENT -> student();
        case TEACHER -> teacher();
        case TEACHER_THEN_STUDENT -> teacherThenStudent(windows);
      };
    }
  }
}
