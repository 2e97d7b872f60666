package eyas.assets.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * What reflection tells of a record class, asked once for each class: reflection is slow, and a
 * bundle has thousands of records.
 *
 * @param keys names of the components as keys of a file
 * @param types their types, with what they are parameterized by
 * @param accessors their accessors
 * @param constructor the canonical one
 */
record RecordParts(
    List<String> keys, List<Type> types, List<Method> accessors, Constructor<?> constructor) {
  private static final ClassValue<RecordParts> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
          return ask(type);
        }
      };

  /** Returns the parts of a record class. */
  static RecordParts of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static RecordParts ask(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] plain =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(plain);
      constructor.setAccessible(true);
      List<Method> accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
      accessors.forEach(accessor -> accessor.setAccessible(true));
      return new RecordParts(
          Arrays.stream(components).map(part -> RecordBinder.kebab(part.getName())).toList(),
          Arrays.stream(components).map(RecordComponent::getGenericType).toList(),
          accessors,
          constructor);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(type + " has no canonical constructor.", impossible);
    }
  }
}
