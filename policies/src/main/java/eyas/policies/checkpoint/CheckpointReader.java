package eyas.policies.checkpoint;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The content of one whole and verified checkpoint. Arrays are returned as copies. */
public final class CheckpointReader {
  private final String source;
  private final String prefix;
  private final Map<String, Object> arrays;
  private final Map<String, String> texts;

  CheckpointReader(
      String source, String prefix, Map<String, Object> arrays, Map<String, String> texts) {
    this.source = source;
    this.prefix = prefix;
    this.arrays = Map.copyOf(arrays);
    this.texts = Map.copyOf(texts);
  }

  /** Returns a view of the entries whose name begins with {@code room/}. */
  public CheckpointReader within(String room) {
    return new CheckpointReader(source, prefix + room + "/", arrays, texts);
  }

  /** Returns the file this came from, for messages. */
  public String source() {
    return source;
  }

  /** Returns the full names of all entries. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(arrays.keySet());
    names.addAll(texts.keySet());
    return names;
  }

  /** Returns whether an entry exists. */
  public boolean has(String name) {
    return arrays.containsKey(prefix + name) || texts.containsKey(prefix + name);
  }

  /** Returns single-precision values of any length. */
  public float[] floats(String name) {
    return array(name, float[].class).clone();
  }

  /** Returns single-precision values; another count than {@code length} is refused. */
  public float[] floats(String name, int length) {
    return counted(name, floats(name), length);
  }

  /** Returns double-precision values; another count than {@code length} is refused. */
  public double[] doubles(String name, int length) {
    return counted(name, array(name, double[].class).clone(), length);
  }

  /** Returns 32-bit integers of any length. */
  public int[] ints(String name) {
    return array(name, int[].class).clone();
  }

  /** Returns 64-bit integers; another count than {@code length} is refused. */
  public long[] longs(String name, int length) {
    return counted(name, array(name, long[].class).clone(), length);
  }

  /** Returns one 64-bit integer. */
  public long number(String name) {
    return longs(name, 1)[0];
  }

  /** Returns a text. */
  public String text(String name) {
    String value = texts.get(prefix + name);
    if (value == null) {
      throw missing(name, "text");
    }
    return value;
  }

  private <T> T array(String name, Class<T> type) {
    Object values = arrays.get(prefix + name);
    if (!type.isInstance(values)) {
      throw missing(name, type.getSimpleName());
    }
    return type.cast(values);
  }

  private <T> T counted(String name, T values, int length) {
    if (Array.getLength(values) != length) {
      throw new CheckpointException(
          source
              + ": entry '"
              + prefix
              + name
              + "' has "
              + Array.getLength(values)
              + " values where this run needs "
              + length
              + ". The checkpoint was written with another configuration; resume with that one.");
    }
    return values;
  }

  private CheckpointException missing(String name, String type) {
    return new CheckpointException(
        source
            + " has no "
            + type
            + " entry '"
            + prefix
            + name
            + "'; it has "
            + names()
            + ". It was written by another algorithm or version.");
  }
}
