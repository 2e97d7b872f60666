package eyas.assets.scene;

/** Colours that scenes name. */
public enum SceneColour {
  /** Red. */
  RED(0xd62728),
  /** Green. */
  GREEN(0x2ca02c),
  /** Blue. */
  BLUE(0x1f77b4),
  /** Violet. */
  VIOLET(0x9467bd),
  /** Brown. */
  BROWN(0x8c564b),
  /** Orange. */
  ORANGE(0xff7f0e),
  /** Yellow. */
  YELLOW(0xe6c229),
  /** Grey. */
  GREY(0xb4b8bd);

  private final int rgb;

  SceneColour(int rgb) {
    this.rgb = rgb;
  }

  /** Returns the colour as {@code 0xrrggbb}. */
  public int rgb() {
    return rgb;
  }
}
