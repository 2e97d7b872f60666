package eyas.cli.view;

import eyas.sim.sensor.picture.Picture;

/** One environment that a policy acts in, step by step, and its pictures. */
public interface Show extends AutoCloseable {
  /** Returns task, preset and policy in words. */
  String name();

  /** Returns the time of a step [s]. */
  double period();

  /** Begins a new episode. */
  void reset();

  /** Makes one control step; behind the end of an episode it begins the next one. */
  void step();

  /** Returns the picture of this moment; all have the same size. */
  Picture picture();

  /** Returns how far the episode is. */
  Progress progress();

  /**
   * How far an episode is.
   *
   * @param steps steps of the episode
   * @param reward their rewards together
   * @param end how it ended, or an empty text while it goes on
   */
  record Progress(int steps, double reward, String end) {
    /** Returns whether the episode is over. */
    public boolean ended() {
      return !end.isEmpty();
    }
  }

  @Override
  void close();
}
