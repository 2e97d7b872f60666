package eyas.bridge.onboard.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What stands before a network's function in C: arrays, functions, and which parts it calls. */
final class Declarations {
  private final StringBuilder arrays = new StringBuilder();
  private final StringBuilder functions = new StringBuilder();
  private final Set<String> parts = new HashSet<>();
  private long multiplications;

  /** Adds a constant array. */
  void array(String name, float[] values) {
    arrays.append(CText.array(name, values));
  }

  /** Adds a function from a template. */
  void function(String template, Map<String, String> values) {
    functions.append('\n').append(Template.fill(template + ".template", values));
  }

  /** Notes that a part of the fixed code is called, such as {@code tanh.c}. */
  void calls(String part) {
    parts.add(part);
  }

  /** Whether a part of the fixed code is called. */
  boolean needs(String part) {
    return parts.contains(part);
  }

  /** Counts multiplications of a step. */
  void multiplies(long times) {
    multiplications += times;
  }

  /** Multiplications of matrices in a step, at most. */
  long multiplications() {
    return multiplications;
  }

  /** Constant arrays. */
  String arrays() {
    return arrays.toString();
  }

  /** Functions that the network calls. */
  String functions() {
    return functions.toString();
  }
}
