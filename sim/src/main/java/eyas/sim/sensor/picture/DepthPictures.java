package eyas.sim.sensor.picture;

/** Depth as colours: near is yellow, far is dark blue, black is no measurement. */
public final class DepthPictures {
  // the colour map viridis of Smith and van der Walt at nine points
  private static final int[] VIRIDIS = {
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
  };

  private DepthPictures() {}

  /**
   * Returns a picture.
   *
   * @param depth values [m], row by row
   * @param offset where the picture begins in {@code depth}
   * @param width pixels of a row
   * @param height rows
   * @param far depth that has the last colour [m]
   */
  public static Picture of(float[] depth, int offset, int width, int height, double far) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int colour = depth[offset + i] > 0 ? colour(1 - depth[offset + i] / far) : 0;
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = (byte) (colour >> (8 * (2 - c)));
      }
    }
    return new Picture(width, height, rgb);
  }

  private static int colour(double nearness) {
    double place = Math.max(0, Math.min(1, nearness)) * (VIRIDIS.length - 1);
    int first = Math.min(VIRIDIS.length - 2, (int) place);
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double a = VIRIDIS[first] >> shift & 255;
      double b = VIRIDIS[first + 1] >> shift & 255;
      colour |= (int) Math.round(a + (place - first) * (b - a)) << shift;
    }
    return colour;
  }
}
