package eyas.sim.sensor;

/**
 * A colour of a surface, each part from 0 to 1.
 *
 * @param red red part
 * @param green green part
 * @param blue blue part
 */
public record Colour(double red, double green, double blue) {
  /** Checks the parts. */
  public Colour {
    SensorException.require(
        isPart(red) && isPart(green) && isPart(blue),
        "A colour has the parts %s, %s, %s; give 0 to 1 for each.",
        red,
        green,
        blue);
  }

  private static boolean isPart(double part) {
    return part >= 0 && part <= 1;
  }

  /** Returns the colour of a number such as {@code 0xff8000}. */
  public static Colour of(int rgb) {
    return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  }
}
