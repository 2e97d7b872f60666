package eyas.sim.task;

/** The images that every environment's cameras give of the present state. */
public interface ImageObservations {
  /** Returns the numbers of one environment's images: images · height · width. */
  int size();

  /**
   * Takes pictures of the present state. To be called once for each control step, after what had
   * ended began anew: rates and latencies count on it.
   *
   * @param out written, (environments, {@link #size()}): image after image, each [row][column]
   */
  void observe(float[] out);

  /** Forgets the moments before, as after a snapshot of the world was restored. */
  default void forget() {
    // cameras without latency remember nothing
  }
}
