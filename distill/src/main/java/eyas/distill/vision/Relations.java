package eyas.distill.vision;

import ai.djl.ndarray.NDArray;

/**
 * How the latents of objects lie to one another: the matrix S of their cosines, S_ij = cos(Z_i,
 * Z_j), that teacher and student should agree on (EgoPush, equation 12).
 */
final class Relations {
  private static final float FLOOR = 1e-6f;

  private Relations() {}

  /**
   * Returns the matrices (n, objects, objects). A latent of zeros has cosine 0 to everything.
   *
   * @param latents (n, objects, d)
   */
  static NDArray cosines(NDArray latents) {
    long rows = latents.getShape().get(0);
    long objects = latents.getShape().get(1);
    long size = latents.getShape().get(2);
    // the root's slope stays finite at 0
    NDArray squares = latents.square().sum(new int[] {2}, true);
    NDArray unit = latents.div(squares.add(FLOOR).sqrt());
    NDArray first = unit.reshape(rows, objects, 1, size);
    return first.mul(unit.reshape(rows, 1, objects, size)).sum(new int[] {3});
  }

  /** Returns the mean over the rows of ‖S − S'‖² (Frobenius). */
  static NDArray distance(NDArray cosines, NDArray wanted) {
    return cosines.sub(wanted).square().sum(new int[] {1, 2}).mean();
  }
}
