package eyas.assets.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns single values into numbers, truth values, text and enum constants. */
final class ScalarBinder {
  private static final Pattern POWER = Pattern.compile("[-+]?[0-9]{1,17}[eE][-+]?[0-9]{1,3}");
  private static final Pattern DECIMAL = Pattern.compile("[-+.0-9eE]+");

  private ScalarBinder() {}

  /** Binds a node to a primitive, its box, {@code String} or an enum. */
  static Object bind(ConfigNode node, Class<?> type, String path) {
    if (type == double.class || type == Double.class) {
      return decimal(node, path);
    }
    if (type == float.class || type == Float.class) {
      return single(node, path);
    }
    if (type == long.class || type == Long.class) {
      return whole(node, path, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == int.class || type == Integer.class) {
      return Math.toIntExact(whole(node, path, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (type == boolean.class || type == Boolean.class) {
      return of(node, Boolean.class, path, "true or false");
    }
    if (type == String.class) {
      return of(node, String.class, path, "text (quotes make a number text)");
    }
    if (type.isEnum()) {
      return constant(node, type, path);
    }
    throw new IllegalStateException("A record component of " + type + " cannot be read from YAML.");
  }

  /** A finite number; {@code 1e-3} without a decimal point is a number too. */
  static double decimal(ConfigNode node, String path) {
    if (node instanceof ConfigNode.Scalar scalar) {
      if (scalar.value() instanceof Number number) {
        return number.doubleValue();
      }
      if (POWER.matcher(scalar.text()).matches()) {
        double value = Double.parseDouble(scalar.text());
        if (Double.isFinite(value)) {
          return value;
        }
      }
    }
    throw wrong(node, path, "a number");
  }

  private static float single(ConfigNode node, String path) {
    double wide = decimal(node, path);
    // parsing the text itself avoids rounding twice
    String text = ((ConfigNode.Scalar) node).text();
    float value = DECIMAL.matcher(text).matches() ? Float.parseFloat(text) : (float) wide;
    if (!Float.isFinite(value)) {
      throw wrong(node, path, "a number that fits single precision");
    }
    return value;
  }

  private static long whole(ConfigNode node, String path, long least, long most) {
    String allowed =
        least == Long.MIN_VALUE ? "a whole number" : "a whole number from " + least + " to " + most;
    double wide = decimal(node, path);
    Object value = ((ConfigNode.Scalar) node).value();
    // 1e6 is accepted as a whole number, 1.5 is not
    boolean exact = value instanceof Long || (Math.rint(wide) == wide && Math.abs(wide) < 0x1p53);
    long result = value instanceof Long number ? number : (long) wide;
    if (!exact || result < least || result > most) {
      throw wrong(node, path, allowed);
    }
    return result;
  }

  private static <T> T of(ConfigNode node, Class<T> type, String path, String allowed) {
    if (node instanceof ConfigNode.Scalar scalar && type.isInstance(scalar.value())) {
      return type.cast(scalar.value());
    }
    throw wrong(node, path, allowed);
  }

  private static Object constant(ConfigNode node, Class<?> type, String path) {
    String word = of(node, String.class, path, "one word");
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(name((Enum<?>) constant));
      if (name((Enum<?>) constant).equals(word)) {
        return constant;
      }
    }
    throw new ConfigException(
        node.origin() + ": `" + path + "` is `" + word + "`. " + Suggestions.sentence(word, names));
  }

  /** {@code SOME_NAME} is written {@code some-name}. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The refusal of a value of the wrong type. */
  static ConfigException wrong(ConfigNode node, String path, String allowed) {
    String key = path.isEmpty() ? "the top level" : "`" + path + "`";
    return new ConfigException(
        node.origin() + ": " + key + " is " + node.describe() + ", but must be " + allowed + ".");
  }
}
