package eyas.bridge.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parameters of nodes. Values are {@link Boolean}, {@link Integer}, {@link Double}, {@link String},
 * {@link java.time.Instant}, {@code byte[]}, {@link List} of them, and {@link java.util.Map} from
 * names to them. Names are resolved as those of topics are.
 */
public interface ParameterTree {
  /**
   * Reads a value.
   *
   * @param name of the parameter
   * @return the value, or empty if it is not set
   */
  Optional<Object> get(String name);

  /**
   * Sets a value.
   *
   * @param name of the parameter
   * @param value one of the types above
   */
  void set(String name, Object value);

  /**
   * Removes a value.
   *
   * @param name of the parameter
   */
  void delete(String name);

  /** The names of all parameters, full. */
  List<String> names();

  /**
   * Calls a listener whenever a parameter changes.
   *
   * @param name of the parameter
   * @param listener is given the new value
   */
  void addListener(String name, Consumer<Object> listener);

  /**
   * Reads a text.
   *
   * @throws LinkException if the value has another type
   */
  default String text(String name, String otherwise) {
    return typed(name, String.class).orElse(otherwise);
  }

  /**
   * Reads a truth value.
   *
   * @throws LinkException if the value has another type
   */
  default boolean flag(String name, boolean otherwise) {
    return typed(name, Boolean.class).orElse(otherwise);
  }

  /**
   * Reads a number, whole or not.
   *
   * @throws LinkException if the value has another type
   */
  default double number(String name, double otherwise) {
    return typed(name, Number.class).map(Number::doubleValue).orElse(otherwise);
  }

  private <T> Optional<T> typed(String name, Class<T> type) {
    return get(name)
        .map(
            value -> {
              if (!type.isInstance(value)) {
                throw new LinkException(
                    "Parameter %s is %s, a %s; it must be a %s."
                        .formatted(
                            name, value, value.getClass().getSimpleName(), type.getSimpleName()));
              }
              return type.cast(value);
            });
  }
}
