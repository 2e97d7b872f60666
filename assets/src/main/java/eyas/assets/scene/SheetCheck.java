package eyas.assets.scene;

/** Refusals of numbers and names of a scene; where they stand is said by whoever reads the file. */
final class SheetCheck {
  private SheetCheck() {}

  static void range(String key, double value, double least, double most, String unit) {
    if (!(value >= least && value <= most)) {
      throw new SceneException(
          "`%s` is %s, but must lie between %s and %s %s."
              .formatted(key, value, least, most, unit)
              .replace(" .", "."));
    }
  }

  static void name(String name) {
    if (!name.matches("[\\p{L}\\p{N}_.-]{1,64}")) {
      throw new SceneException(
          "`%s` is no name; one has 1 to 64 letters, digits or any of _ - .".formatted(name));
    }
  }
}
