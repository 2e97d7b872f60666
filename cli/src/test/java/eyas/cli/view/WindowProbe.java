package eyas.cli.view;

import eyas.sim.sensor.picture.Picture;
import eyas.sim.view.PictureWindow;

/** A process that opens a window, shows four colours, and prints what OpenGL draws. */
final class WindowProbe {
  static final int EDGE = 200;
  static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};

  private WindowProbe() {}

  public static void main(String... arguments) {
    try (PictureWindow window = PictureWindow.open("probe", EDGE, EDGE)) {
      window.show(quarters());
      window.await(0);
      Picture content = window.drawn(quarters());
      for (int i = 0; i < COLOURS.length; i++) {
        int column = EDGE * (1 + 2 * (i % 2)) / 4;
        int row = EDGE * (1 + 2 * (i / 2)) / 4;
        System.out.printf("%06x%n", content.pixel(column, row));
      }
    }
  }

  // upper left, upper right, lower left, lower right
  private static Picture quarters() {
    byte[] rgb = new byte[3 * EDGE * EDGE];
    for (int i = 0; i < rgb.length; i++) {
      int column = i / 3 % EDGE;
      int row = i / 3 / EDGE;
      int colour = COLOURS[2 * column / EDGE + 2 * (2 * row / EDGE)];
      rgb[i] = (byte) (colour >> (16 - 8 * (i % 3)));
    }
    return new Picture(EDGE, EDGE, rgb);
  }
}
