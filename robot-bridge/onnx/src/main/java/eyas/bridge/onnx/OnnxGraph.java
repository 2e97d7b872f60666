package eyas.bridge.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A graph of ONNX, built node by node. Field numbers are those of {@code onnx.proto}, IR version 8.
 */
final class OnnxGraph {
  /** Number of the type of single-precision numbers. */
  static final int FLOAT = 1;

  /** Number of the type of truth values. */
  static final int BOOL = 9;

  private static final int INT64 = 7;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtoMessage graph = new ProtoMessage();
  private int nodes;

  /** An attribute of a node: a whole number, or a list of them. */
  record Attribute(String name, List<Long> values, boolean list) {
    /** A number. */
    Attribute(String name, long value) {
      this(name, List.of(value), false);
    }

    /** A list. */
    static Attribute list(String name, long... values) {
      return new Attribute(name, Arrays.stream(values).boxed().toList(), true);
    }

    private ProtoMessage message() {
      ProtoMessage message = new ProtoMessage().text(1, name);
      values.forEach(value -> message.number(list ? 8 : 3, value));
      return message.number(20, list ? ATTRIBUTE_INTS : ATTRIBUTE_INT);
    }
  }

  OnnxGraph(String name) {
    graph.text(2, name);
  }

  /** Adds a node; an empty output name leaves that output out. */
  void node(String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
    ProtoMessage node = new ProtoMessage();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(3, operator + "_" + nodes++).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
  }

  /** Adds a constant of single-precision numbers; returns its name. */
  String floats(String name, float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return constant(name, FLOAT, raw.array(), shape);
  }

  /** Adds a constant of whole numbers; returns its name. */
  String integers(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return constant(name, INT64, raw.array(), values.length);
  }

  /** Adds the part of a value from one index of its second axis to before another. */
  String columns(String name, String value, int begin, int end) {
    String from = integers(name + ".begin", begin);
    String to = integers(name + ".end", end);
    String axis = integers(name + ".axis", 1);
    node("Slice", List.of(value, from, to, axis), List.of(name));
    return name;
  }

  /** Adds a value of another shape. */
  String reshaped(String name, String value, long... shape) {
    node("Reshape", List.of(value, integers(name + ".shape", shape)), List.of(name));
    return name;
  }

  private String constant(String name, int type, byte[] raw, long... shape) {
    ProtoMessage tensor = new ProtoMessage();
    for (long size : shape) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** Declares an input [batch, size]. */
  void input(String name, int size, String words) {
    graph.message(11, value(name, size, words));
  }

  /** Declares an output [batch, size]. */
  void output(String name, int size, String words) {
    graph.message(12, value(name, size, words));
  }

  private static ProtoMessage value(String name, int size, String words) {
    ProtoMessage shape =
        new ProtoMessage()
            .message(1, new ProtoMessage().text(2, "batch"))
            .message(1, new ProtoMessage().number(1, size));
    ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, shape);
    return new ProtoMessage()
        .text(1, name)
        .message(2, new ProtoMessage().message(1, tensor))
        .text(3, words);
  }

  /** The whole graph. */
  ProtoMessage message() {
    return graph;
  }
}
