package eyas.bridge.node.family;

import eyas.bridge.link.ParameterTree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A node's private parameters: checked when they are read, and remembered, so that {@code ~info}
 * can tell what holds.
 */
public final class Settings {
  private final Function<String, Optional<Object>> source;
  private final Map<String, Object> used = Collections.synchronizedMap(new TreeMap<>());

  private Settings(Function<String, Optional<Object>> source) {
    this.source = source;
  }

  /**
   * The private parameters of a node.
   *
   * @param parameters of the node
   */
  public static Settings of(ParameterTree parameters) {
    return new Settings(name -> parameters.get("~" + name));
  }

  /**
   * Given values, for robots without parameters.
   *
   * @param values by name, without {@code ~}
   */
  public static Settings of(Map<String, ?> values) {
    Map<String, Object> copy = Map.copyOf(values);
    return new Settings(name -> Optional.ofNullable(copy.get(name)));
  }

  /**
   * A number within a range.
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set
   * @param least smallest that is allowed
   * @param most largest that is allowed
   */
  public double number(String name, double otherwise, double least, double most) {
    Object value = source.apply(name).orElse(otherwise);
    if (!(value instanceof Number number)
        || !(number.doubleValue() >= least && number.doubleValue() <= most)) {
      throw wrong(name, value, "a number from " + least + " to " + most);
    }
    used.put(name, number.doubleValue());
    return number.doubleValue();
  }

  /**
   * A span of time, 1 ms to 1 h [s].
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set [s]
   */
  public double seconds(String name, double otherwise) {
    return number(name, otherwise, 0.001, 3600);
  }

  /**
   * A whole number within a range.
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set
   * @param least smallest that is allowed
   * @param most largest that is allowed
   */
  public int whole(String name, int otherwise, int least, int most) {
    double value = number(name, otherwise, least, most);
    if (value != Math.rint(value)) {
      throw wrong(name, value, "a whole number");
    }
    return (int) value;
  }

  /**
   * A truth value.
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set
   */
  public boolean flag(String name, boolean otherwise) {
    Object value = source.apply(name).orElse(otherwise);
    if (!(value instanceof Boolean flag)) {
      throw wrong(name, value, "true or false");
    }
    used.put(name, flag);
    return flag;
  }

  /**
   * A text.
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set
   */
  public String text(String name, String otherwise) {
    Object value = source.apply(name).orElse(otherwise);
    String text = String.valueOf(value);
    used.put(name, text);
    return text;
  }

  /**
   * A list of texts.
   *
   * @param name without {@code ~}
   * @param otherwise if it is not set
   */
  public List<String> texts(String name, List<String> otherwise) {
    Object value = source.apply(name).orElse(otherwise);
    if (!(value instanceof List<?> list)) {
      throw wrong(name, value, "a list of texts");
    }
    List<String> texts = list.stream().map(String::valueOf).toList();
    used.put(name, texts);
    return texts;
  }

  /** Whether a parameter was given. */
  public boolean given(String name) {
    return source.apply(name).isPresent();
  }

  /** The values that were read, by name. */
  public Map<String, Object> used() {
    synchronized (used) {
      return new TreeMap<>(used);
    }
  }

  private static FamilyException wrong(String name, Object value, String allowed) {
    return new FamilyException(
        "Parameter ~%s is %s; it must be %s. Correct it in the launch file or on the command line."
            .formatted(name, value, allowed));
  }
}
