package eyas.bridge.onboard.source;

import java.util.List;
import java.util.Locale;

/** Names and numbers as C writes them. */
final class CText {
  private static final int PER_LINE = 8;

  private CText() {}

  /** Returns a policy's name as the beginning of C identifiers: lower case, underscores. */
  static String prefix(String policy) {
    String text = policy.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    return Character.isDigit(text.charAt(0)) ? "policy_" + text : text;
  }

  /** Returns a name in upper case, for macros. */
  static String upper(String name) {
    return prefix(name).toUpperCase(Locale.ROOT);
  }

  /** Returns a number that C reads back with the same bits. */
  static String number(float value) {
    return Float.toHexString(value) + "f";
  }

  /** Returns numbers in lines, separated by commas. */
  static String numbers(float[] values, String indent) {
    StringBuilder text = new StringBuilder(16 * values.length);
    for (int i = 0; i < values.length; i++) {
      String before = i == 0 ? indent : i % PER_LINE == 0 ? ",\n" + indent : ", ";
      text.append(before).append(number(values[i]));
    }
    return text.toString();
  }

  /** Returns numbers in one line. */
  static String row(List<Float> values) {
    return String.join(", ", values.stream().map(CText::number).toList());
  }

  /** Returns a constant array. */
  static String array(String name, float[] values) {
    return "static const float "
        + name
        + "["
        + values.length
        + "] = {\n"
        + numbers(values, "    ")
        + "};\n";
  }

  /** Returns text that cannot end a comment. */
  static String comment(String text) {
    return text.replace("*/", "* /").replace("/*", "/ *");
  }
}
