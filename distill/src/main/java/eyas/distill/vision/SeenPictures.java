package eyas.distill.vision;

import java.util.Arrays;

/**
 * Which pictures of some samples have to be encoded: all that show something, and the first of
 * those that show nothing, whose latent is that of all of them. Where an object is out of view its
 * picture is empty, so that a third or more need no work.
 */
final class SeenPictures {
  private final int pictures;
  private final int pixels;
  private final int stride;
  // of every picture: which of the encoded ones is its own
  private final int[] slots;
  // of every encoded picture: where its pixels begin
  private final int[] places;
  private int all;
  private int count;

  /**
   * Prepares.
   *
   * @param shape of the pictures
   * @param stride numbers of a sample: its pictures and what else it holds
   * @param samples most samples at once
   */
  SeenPictures(ImageShape shape, int stride, int samples) {
    pictures = shape.pictures();
    pixels = shape.pixels();
    this.stride = stride;
    slots = new int[samples * pictures];
    places = new int[samples * pictures];
  }

  /** Looks at samples (samples, stride). */
  void look(float[] rows, int samples) {
    all = samples * pictures;
    count = 0;
    int empty = -1;
    for (int i = 0; i < all; i++) {
      int from = i / pictures * stride + i % pictures * pixels;
      boolean blank = isBlank(rows, from);
      if (!blank || empty < 0) {
        empty = blank ? count : empty;
        slots[i] = count;
        places[count++] = from;
      } else {
        slots[i] = empty;
      }
    }
  }

  private boolean isBlank(float[] rows, int from) {
    for (int k = from; k < from + pixels; k++) {
      if (rows[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of pictures to encode. */
  int count() {
    return count;
  }

  /** Returns where their pixels begin. */
  int[] places() {
    return Arrays.copyOf(places, count);
  }

  /** Returns the values (pictures, width) of all pictures, given those of the encoded ones. */
  float[] spread(float[] own, int width) {
    float[] values = new float[all * width];
    for (int i = 0; i < all; i++) {
      System.arraycopy(own, slots[i] * width, values, i * width, width);
    }
    return values;
  }

  /**
   * Returns adjoints (pictures, width) of the encoded pictures: sums of those that they stand for.
   */
  float[] gather(float[] adjoints, int width) {
    float[] sums = new float[count * width];
    for (int i = 0; i < all; i++) {
      for (int k = 0; k < width; k++) {
        sums[slots[i] * width + k] += adjoints[i * width + k];
      }
    }
    return sums;
  }
}
