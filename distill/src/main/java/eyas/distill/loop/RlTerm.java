package eyas.distill.loop;

/**
 * How much the task's own loss counts beside the distance to the teacher. The term's gradient is
 * the analytic one, through the world.
 */
public interface RlTerm {
  /** Returns the weight of the task's loss at a progress from 0 to 1. */
  double worldWeight(double progress);

  /** Returns the weight of the distance to the teacher at a progress from 0 to 1. */
  double teacherWeight(double progress);

  /** Returns whether the task's loss ever counts. */
  boolean usesWorld();

  /** Returns whether the teacher ever counts. */
  default boolean usesTeacher() {
    return true;
  }

  /** Distillation alone. */
  static RlTerm none() {
    return new Schedule(0, 0, 0, 1, 1);
  }

  /** The teacher's distance plus {@code weight} times the task's loss. */
  static RlTerm analytic(double weight) {
    return new Schedule(0, weight, weight, 1, 1);
  }

  /** Distillation up to a share of the run, then the task's loss alone. */
  static RlTerm phase(double share) {
    return new Schedule(share, 0, 1, 1, 0);
  }

  /** From distillation to the task's loss in a straight line. */
  static RlTerm anneal() {
    return new Schedule(-1, 0, 1, 1, 0);
  }

  /** The task's loss alone: no teacher is needed. */
  static RlTerm only() {
    return new Schedule(0, 1, 1, 0, 0);
  }

  /**
   * Weights that switch at a point or move in a straight line.
   *
   * @param share progress at which the weights switch; below zero: a straight line
   * @param worldFirst weight of the task's loss before
   * @param worldLast weight of the task's loss after
   * @param teacherFirst weight of the teacher before
   * @param teacherLast weight of the teacher after
   */
  record Schedule(
      double share, double worldFirst, double worldLast, double teacherFirst, double teacherLast)
      implements RlTerm {
    private double at(double progress, double first, double last) {
      if (share < 0) {
        return first + (last - first) * progress;
      }
      return progress < share ? first : last;
    }

    @Override
    public double worldWeight(double progress) {
      return at(progress, worldFirst, worldLast);
    }

    @Override
    public double teacherWeight(double progress) {
      return at(progress, teacherFirst, teacherLast);
    }

    @Override
    public boolean usesWorld() {
      return worldFirst != 0 || worldLast != 0;
    }

    @Override
    public boolean usesTeacher() {
      return teacherFirst != 0 || teacherLast != 0;
    }
  }

  /** The terms that a configuration can name. */
  enum Kind {
    /** Distillation alone. */
    NONE,
    /** Both at once, {@code rl-weight} times the task's loss. */
    ANALYTIC,
    /** Distillation up to {@code rl-start}, then the task's loss. */
    PHASE,
    /** A straight line from one to the other. */
    ANNEAL,
    /** The task's loss alone. */
    ONLY;

    /** Returns the term. */
    public RlTerm with(double weight, double start) {
      return switch (this) {
        case NONE -> none();
        case ANALYTIC -> analytic(weight);
        case PHASE -> phase(start);
        case ANNEAL -> anneal();
        case ONLY -> only();
      };
    }
  }
}
