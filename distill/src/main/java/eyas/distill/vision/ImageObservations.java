package eyas.distill.vision;

/** The images that every environment's cameras give of the present state. */
public interface ImageObservations {
  /** Returns the numbers of one environment's images: images · height · width. */
  int size();

  /**
   * Takes pictures of the present state.
   *
   * @param out written, (environments, {@link #size()}): image after image, each [row][column]
   */
  void observe(float[] out);
}
