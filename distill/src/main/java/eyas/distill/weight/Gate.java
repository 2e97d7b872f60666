package eyas.distill.weight;

/** Which episodes count at all, judged by their outcome. */
public interface Gate {
  /** Returns whether the steps of a finished episode with this return count. */
  boolean admits(double episodeReturn);

  /** Returns whether outcomes are needed, so that windows must hold whole episodes. */
  boolean needsOutcome();

  /** All episodes. */
  static Gate open() {
    return new Open();
  }

  /** Episodes that return at least a threshold. */
  static Gate returnsAtLeast(double threshold) {
    return new ReturnGate(threshold);
  }

  /** Admits all. */
  record Open() implements Gate {
    @Override
    public boolean admits(double episodeReturn) {
      return true;
    }

    @Override
    public boolean needsOutcome() {
      return false;
    }
  }

  /**
   * Admits by return.
   *
   * @param threshold smallest return that counts
   */
  record ReturnGate(double threshold) implements Gate {
    @Override
    public boolean admits(double episodeReturn) {
      return episodeReturn >= threshold;
    }

    @Override
    public boolean needsOutcome() {
      return true;
    }
  }
}
