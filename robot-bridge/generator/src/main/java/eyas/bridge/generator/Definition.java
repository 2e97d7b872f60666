package eyas.bridge.generator;

import java.util.List;

/**
 * A parsed message definition.
 *
 * @param name package and name, such as {@code geometry_msgs/Twist}
 * @param constants in order
 * @param fields in order
 * @param text as it was written
 */
public record Definition(String name, List<Constant> constants, List<Field> fields, String text) {
  /** Copies the lists. */
  public Definition {
    constants = List.copyOf(constants);
    fields = List.copyOf(fields);
  }

  /** The package, such as {@code geometry_msgs}. */
  public String packageName() {
    return name.substring(0, name.indexOf('/'));
  }

  /** The name without the package. */
  public String simpleName() {
    return name.substring(name.indexOf('/') + 1);
  }
}
