package eyas.bridge.onnx;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.SharedSlices;
import eyas.bridge.onnx.OnnxGraph.Attribute;
import java.util.ArrayList;
import java.util.List;

/** A network shared by slices, and the maximum over each group. */
final class SliceGraph {
  // below every result; a group without slices that take part has nothing else
  private static final float NOTHING = -Float.MAX_VALUE;

  private final LayerGraph layers;
  private final OnnxGraph graph;
  private final LayerSpec layer;
  private final SharedSlices shared;
  private final String name;

  SliceGraph(LayerGraph layers, OnnxGraph graph, LayerSpec layer, String name) {
    this.layers = layers;
    this.graph = graph;
    this.layer = layer;
    this.shared = layer.shared().orElseThrow();
    this.name = name;
  }

  /** Adds the nodes; returns the name of the result [rows, outputs]. */
  String add(String value) {
    int width = shared.network().inputs();
    String slices = graph.columns(name + "slices", value, 0, shared.inputs());
    String flat = graph.reshaped(name + "slice", slices, -1, width);
    String each = layers.chain(shared.network(), name + "shared.", flat);
    String features =
        graph.reshaped(name + "features", each, -1, shared.slices(), shared.network().outputs());
    String considered =
        shared.excluded().isPresent() ? withoutExcluded(slices, features) : features;
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int group = 0; group < shared.groups().size(); group++) {
      int end = begin + shared.groups().get(group);
      parts.add(largest(considered, group, begin, end));
      begin = end;
    }
    if (layer.inputs() > shared.inputs()) {
      parts.add(graph.columns(name + "extras", value, shared.inputs(), layer.inputs()));
    }
    graph.node("Concat", parts, List.of(name + "out"), new Attribute("axis", 1));
    return name + "out";
  }

  /** Features of excluded slices become smaller than all others. */
  private String withoutExcluded(String slices, String features) {
    String split =
        graph.reshaped(name + "split", slices, -1, shared.slices(), shared.network().inputs());
    String number =
        graph.floats(name + "excluded", new float[] {shared.excluded().orElseThrow().floatValue()});
    graph.floats(nothing(), new float[] {NOTHING});
    graph.floats(name + "zero", new float[] {0});
    graph.node("Equal", List.of(split, number), List.of(name + "equal"));
    graph.node(
        "Cast",
        List.of(name + "equal"),
        List.of(name + "ones"),
        new Attribute("to", OnnxGraph.FLOAT));
    graph.node(
        "ReduceMin",
        List.of(name + "ones"),
        List.of(name + "all"),
        Attribute.list("axes", 2),
        new Attribute("keepdims", 1));
    graph.node(
        "Cast",
        List.of(name + "all"),
        List.of(name + "absent"),
        new Attribute("to", OnnxGraph.BOOL));
    graph.node("Where", List.of(name + "absent", nothing(), features), List.of(name + "present"));
    return name + "present";
  }

  private String nothing() {
    return name + "nothing";
  }

  private String largest(String features, int group, int begin, int end) {
    String part = name + "group." + group;
    String members = graph.columns(part + ".members", features, begin, end);
    graph.node(
        "ReduceMax",
        List.of(members),
        List.of(part + ".largest"),
        Attribute.list("axes", 1),
        new Attribute("keepdims", 0));
    if (shared.excluded().isEmpty()) {
      return part + ".largest";
    }
    graph.node("Equal", List.of(part + ".largest", nothing()), List.of(part + ".none"));
    graph.node("Where", List.of(part + ".none", name + "zero", part + ".largest"), List.of(part));
    return part;
  }
}
