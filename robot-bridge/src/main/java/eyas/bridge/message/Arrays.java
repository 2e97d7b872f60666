package eyas.bridge.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Arrays and lists of generated records. */
public final class Arrays {
  private static final int FIRST_CAPACITY = 64;

  private Arrays() {}

  /**
   * Reads truth values.
   *
   * @param in where they lie
   * @param elements how many
   */
  public static boolean[] booleans(MessageInput in, int elements) {
    boolean[] values = new boolean[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = in.bool();
    }
    return values;
  }

  /**
   * Reads a list.
   *
   * @param in where the elements lie
   * @param elements how many
   * @param reader reads one
   */
  public static <T> List<T> list(MessageInput in, int elements, Function<MessageInput, T> reader) {
    List<T> values = new ArrayList<>(Math.min(elements, FIRST_CAPACITY));
    for (int i = 0; i < elements; i++) {
      values.add(reader.apply(in));
    }
    return values;
  }

  /** Refuses an array whose length is not that of its definition. */
  public static void requireLength(String message, String field, int given, int wanted) {
    if (given != wanted) {
      throw new MessageException(
          "Field %s of %s was given %d elements; it has exactly %d."
              .formatted(field, message, given, wanted));
    }
  }
}
