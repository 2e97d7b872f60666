package eyas.policies.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects named arrays and texts for one checkpoint. Arrays are copied, so later changes do no
 * harm. Not thread-safe.
 */
public final class CheckpointWriter {
  private final String prefix;
  private final Map<String, Object> arrays;
  private final Map<String, String> texts;

  /** Creates an empty checkpoint. */
  public CheckpointWriter() {
    this("", new LinkedHashMap<>(), new TreeMap<>());
  }

  private CheckpointWriter(String prefix, Map<String, Object> arrays, Map<String, String> texts) {
    this.prefix = prefix;
    this.arrays = arrays;
    this.texts = texts;
  }

  /** Returns a view that puts {@code room/} before every name. */
  public CheckpointWriter within(String room) {
    return new CheckpointWriter(prefix + room + "/", arrays, texts);
  }

  /** Adds single-precision values. */
  public void floats(String name, float... values) {
    add(name, values.clone());
  }

  /** Adds double-precision values. */
  public void doubles(String name, double... values) {
    add(name, values.clone());
  }

  /** Adds 32-bit integers. */
  public void ints(String name, int... values) {
    add(name, values.clone());
  }

  /** Adds 64-bit integers. */
  public void longs(String name, long... values) {
    add(name, values.clone());
  }

  /** Adds a text, kept in the file's JSON header. */
  public void text(String name, String value) {
    if (texts.put(prefix + name, value) != null) {
      throw twice(name);
    }
  }

  private void add(String name, Object values) {
    if (arrays.put(prefix + name, values) != null) {
      throw twice(name);
    }
  }

  private CheckpointException twice(String name) {
    return new CheckpointException(
        "The checkpoint entry '" + prefix + name + "' was written twice; names must differ.");
  }

  Map<String, Object> arrays() {
    return arrays;
  }

  Map<String, String> texts() {
    return texts;
  }

  /** Returns the checkpoint as it would be read back, for a copy in memory. */
  public CheckpointReader toReader() {
    return CheckpointFormat.decode(CheckpointFormat.encode(this), "a checkpoint in memory");
  }
}
