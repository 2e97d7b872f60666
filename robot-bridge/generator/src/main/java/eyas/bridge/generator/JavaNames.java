package eyas.bridge.generator;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** How names of definitions are written in Java. */
public final class JavaNames {
  // methods that every record of a message has
  private static final Set<String> TAKEN =
      Set.of(
          "type",
          "write",
          "read",
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize");

  private JavaNames() {}

  /** The component of a field: {@code frame_id} becomes {@code frameId}, {@code K} becomes k. */
  public static String component(String field) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < field.length(); i++) {
      char letter = field.charAt(i);
      if (letter == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(letter) : letter);
        upper = false;
      }
    }
    name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
    String result = name.toString();
    return TAKEN.contains(result) || SourceVersion.isKeyword(result) ? result + "Value" : result;
  }

  /** The class of a message: {@code leap_position} becomes {@code LeapPosition}. */
  public static String type(String simpleName) {
    String name = component(simpleName).replaceAll("Value$", "");
    return simpleName.indexOf('_') < 0
        ? simpleName.substring(0, 1).toUpperCase(Locale.ROOT) + simpleName.substring(1)
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The class of a message with its package, relative to the root of generated packages. */
  public static String qualified(String root, String name) {
    int slash = name.indexOf('/');
    return root + "." + name.substring(0, slash) + "." + type(name.substring(slash + 1));
  }
}
