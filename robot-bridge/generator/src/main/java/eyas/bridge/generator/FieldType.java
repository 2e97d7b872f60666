package eyas.bridge.generator;

/**
 * The type of a field.
 *
 * @param base a primitive such as {@code float64}, or package and name such as {@code
 *     geometry_msgs/Point}
 * @param count {@link #SINGLE}, {@link #VARIABLE}, or the number of elements of a fixed array
 */
public record FieldType(String base, int count) {
  /** Count of a field that is not an array. */
  public static final int SINGLE = -1;

  /** Count of an array of variable length. */
  public static final int VARIABLE = -2;

  /** Whether the field is an array. */
  public boolean array() {
    return count != SINGLE;
  }

  /** Whether the field is an array of fixed length. */
  public boolean fixed() {
    return count >= 0;
  }

  /** Whether the base is one of the primitives of ROS 1. */
  public boolean primitive() {
    return Primitive.of(base).isPresent();
  }

  /** The type as it is written in a definition. */
  public String text() {
    return base + (fixed() ? "[" + count + "]" : array() ? "[]" : "");
  }
}
