package eyas.bridge.onnx;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import java.util.Arrays;
import java.util.List;

/**
 * A policy as a graph: clip, normaliser, network and mapping. Inputs {@code observation} and, with
 * a memory, {@code state_in}; outputs {@code action}, {@code command} and {@code state_out}; all
 * [batch, size].
 */
final class PolicyGraph {
  private final PolicyContract contract;
  private final OnnxGraph graph;

  private PolicyGraph(PolicyBundle bundle) {
    this.contract = bundle.contract();
    this.graph = new OnnxGraph(contract.name());
  }

  /** Returns the graph of a bundle. */
  static ProtoMessage of(PolicyBundle bundle) {
    PolicyGraph policy = new PolicyGraph(bundle);
    policy.declare();
    String value = policy.normalised(policy.clipped());
    LayerGraph layers = new LayerGraph(bundle, policy.graph);
    value = layers.chain(policy.contract.network(), "", value);
    policy.graph.node("Identity", List.of(value), List.of("action"));
    policy.command();
    policy.states(layers.states());
    return policy.graph.message();
  }

  private void declare() {
    graph.input("observation", contract.observation().size(), String.join(", ", words()));
    graph.output("action", contract.action().size(), "outputs before clipping [1]");
    graph.output("command", contract.action().size(), String.join(", ", commands()));
    if (contract.stateSize() > 0) {
      graph.input("state_in", contract.stateSize(), "recurrent state; zeros at reset");
      graph.output("state_out", contract.stateSize(), "recurrent state for the next step");
    }
  }

  private List<String> words() {
    return contract.observation().terms().stream()
        .map(t -> "%s %d [%s] %s".formatted(t.name(), t.size(), t.unit(), t.frame()))
        .toList();
  }

  private List<String> commands() {
    return contract.action().terms().stream()
        .map(t -> "%s [%s]".formatted(t.name(), t.unit()))
        .toList();
  }

  private String clipped() {
    float[] limits = new float[contract.observation().size()];
    int begin = 0;
    for (ObservationTerm term : contract.observation().terms()) {
      float limit = (float) term.clip().orElse(Float.MAX_VALUE);
      Arrays.fill(limits, begin, begin + term.size(), limit);
      begin += term.size();
    }
    return limited("observation", "seen", limits);
  }

  private String limited(String value, String name, float[] limits) {
    float[] low = limits.clone();
    for (int i = 0; i < low.length; i++) {
      low[i] = -limits[i];
    }
    String high = graph.floats(name + ".high", limits, limits.length);
    graph.node("Min", List.of(value, high), List.of(name + ".upper"));
    String least = graph.floats(name + ".low", low, low.length);
    graph.node("Max", List.of(name + ".upper", least), List.of(name));
    return name;
  }

  private String normalised(String value) {
    if (contract.normaliser().isIdentity()) {
      return value;
    }
    int size = contract.normaliser().size();
    float[] mean = new float[size];
    float[] scale = new float[size];
    for (int i = 0; i < size; i++) {
      mean[i] = contract.normaliser().mean().get(i);
      scale[i] = contract.normaliser().scale().get(i);
    }
    String from = graph.floats("normaliser.mean", mean, size);
    graph.node("Sub", List.of(value, from), List.of("centred"));
    String by = graph.floats("normaliser.scale", scale, size);
    graph.node("Mul", List.of("centred", by), List.of("normalised"));
    return "normalised";
  }

  private void command() {
    ActionContract action = contract.action();
    float[] clip = new float[action.size()];
    Arrays.fill(clip, (float) action.clip());
    String limited = limited("action", "action.limited", clip);
    float[] half = new float[action.size()];
    float[] middle = new float[action.size()];
    for (int i = 0; i < half.length; i++) {
      ActionTerm term = action.terms().get(i);
      half[i] = (float) ((term.maximum() - term.minimum()) / 2);
      middle[i] = (float) ((term.maximum() + term.minimum()) / 2);
    }
    String by = graph.floats("command.half", half, half.length);
    graph.node("Mul", List.of(limited, by), List.of("command.scaled"));
    String plus = graph.floats("command.middle", middle, middle.length);
    graph.node("Add", List.of("command.scaled", plus), List.of("command"));
  }

  private void states(List<String> states) {
    if (!states.isEmpty()) {
      graph.node("Concat", states, List.of("state_out"), new OnnxGraph.Attribute("axis", 1));
    }
  }
}
