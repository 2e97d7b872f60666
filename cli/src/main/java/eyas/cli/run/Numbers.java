package eyas.cli.run;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
  private Numbers() {}

  /** Returns a number with four significant digits, e.g. {@code 0.01234}, {@code 697.2}. */
  public static String plain(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    if (size >= 1e7 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** Returns a count with a unit prefix, e.g. {@code 4.32 M}. */
  public static String compact(double value) {
    if (value >= 1e9) {
      return String.format(Locale.ROOT, "%.2f G", value / 1e9);
    }
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.2f M", value / 1e6);
    }
    return value >= 1e4 ? String.format(Locale.ROOT, "%.1f k", value / 1e3) : plain(value);
  }

  /** Returns a time, e.g. {@code 3:07} or {@code 1:02:03}. */
  public static String duration(double seconds) {
    long whole = Math.round(Math.max(0, seconds));
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
