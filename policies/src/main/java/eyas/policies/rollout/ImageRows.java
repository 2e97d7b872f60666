package eyas.policies.rollout;

import eyas.sim.task.ImageObservations;
import eyas.sim.task.World;

/**
 * Rows of a network that sees images: the pictures of an environment, and behind them what else it
 * senses. Allocates nothing once it is open.
 */
public final class ImageRows {
  private final World world;
  private final ImageObservations images;
  private final String group;
  private final float[] pictures;
  private final float[] others;

  /**
   * Prepares.
   *
   * @param world the environments, stays open
   * @param images what their cameras see, stays open
   * @param group observation group behind the pictures
   */
  public ImageRows(World world, ImageObservations images, String group) {
    this.world = world;
    this.images = images;
    this.group = group;
    pictures = new float[world.environments() * images.size()];
    others = new float[world.environments() * world.description().group(group).size()];
  }

  /** Returns the numbers of an environment. */
  public int size() {
    return (pictures.length + others.length) / world.environments();
  }

  /**
   * Takes pictures and senses; once for each control step.
   *
   * @param rows written, (environments, {@link #size()})
   */
  public void look(float[] rows) {
    world.observe(group, others);
    images.observe(pictures);
    int n = world.environments();
    int pixels = pictures.length / n;
    int extras = others.length / n;
    for (int e = 0; e < n; e++) {
      int at = e * (pixels + extras);
      System.arraycopy(pictures, e * pixels, rows, at, pixels);
      System.arraycopy(others, e * extras, rows, at + pixels, extras);
    }
  }
}
