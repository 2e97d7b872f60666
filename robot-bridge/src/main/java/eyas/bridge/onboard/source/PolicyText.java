package eyas.bridge.onboard.source;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.Seal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the templates of {@code policy.h} and {@code policy.c}. */
final class PolicyText {
  private static final int LINE = 100;

  private final PolicyBundle bundle;
  private final PolicyContract contract;
  private final ContractText text;
  private final NetworkSource network;
  private final Map<String, String> values = new HashMap<>();

  PolicyText(PolicyBundle bundle) {
    this.bundle = bundle;
    this.contract = bundle.contract();
    this.text = new ContractText(contract);
    this.network = new NetworkSource(bundle);
    identity();
    sizes();
    values.put("observe-declarations", text.observes() ? fill("observe.h") : "");
    values.put("observe-definitions", text.observes() ? fill("observe.c") : "");
  }

  /** Text of the header. */
  String header() {
    values.put("observation-table", text.observations());
    values.put("command-table", text.commands());
    values.put("offsets", text.offsets());
    values.put("safe-words", SafeCommand.words(contract.action().mapping()));
    values.put("notice", notice());
    return fill("policy.h");
  }

  /** Text of the source. */
  String source() {
    TestRows rows = TestRows.of(bundle);
    values.put("arrays", network.arrays());
    values.put("activations", activations());
    values.put("functions", functions());
    values.put("network", network.body());
    values.put("clip-code", text.clip());
    values.put("safe", CText.row(SafeCommand.of(contract.action())));
    values.put("middle", CText.row(Floats.list(text.range(true))));
    values.put("half", CText.row(Floats.list(text.range(false))));
    values.put("test-sequences", TestRows.SEQUENCES + "u");
    values.put("test-steps", rows.steps() + "u");
    values.put("test-observations", TestRows.text(rows.observations()));
    values.put("test-actions", TestRows.text(rows.actions()));
    return fill("policy.c");
  }

  /** Multiplications of matrices in a step, at most. */
  long multiplications() {
    return network.multiplications();
  }

  /** Programs for known flight stacks by their path. */
  Map<String, String> glue() {
    return Glue.files(contract, values);
  }

  /** The name of a policy and what its seal vouches for. */
  static String id(PolicyBundle bundle) {
    String seal = bundle.seal().map(PolicyText::words).orElse("unsealed");
    return bundle.contract().name() + " " + seal;
  }

  private static String words(Seal seal) {
    return "sha256:" + seal.sha256() + (seal.forced() ? " (forced)" : "");
  }

  private void identity() {
    values.put("name", contract.name());
    values.put("robot", CText.comment(contract.robot()));
    values.put("task", CText.comment(contract.task()));
    values.put("id", id(bundle));
    values.put("prefix", CText.prefix(contract.name()));
    values.put("PREFIX", CText.upper(contract.name()));
    values.put("licence", CText.comment(contract.licence().name()));
  }

  private void sizes() {
    double period = contract.controlPeriod();
    int stack = Float.BYTES * (contract.observation().size() + network.scratch());
    int state = Float.BYTES * (Math.max(1, network.hidden()) + contract.action().size() + 1);
    values.put("stack", String.valueOf(stack));
    values.put("stack-substep", String.valueOf(stack + state));
    values.put("observations", contract.observation().size() + "u");
    values.put("actions", contract.action().size() + "u");
    values.put("hidden", network.hidden() + "u");
    values.put("hidden-array", String.valueOf(Math.max(1, network.hidden())));
    values.put("period-s", (float) period + "f");
    values.put("period-us", String.valueOf(Math.round(1e6 * period)));
    values.put("rate-hz", (float) (1 / period) + "f");
    values.put("tolerance", (float) contract.tolerance() + "f");
    values.put("clip", String.valueOf((float) contract.action().clip()));
    values.put("clip-f", CText.number((float) contract.action().clip()));
    values.put("position-clip", text.clipOf("position"));
    values.put("velocity-clip", text.clipOf("linear-velocity"));
  }

  private String activations() {
    boolean gru = network.needs("gru-layer.c");
    boolean tanh = network.needs("tanh-layer.c");
    return (network.needs("relu-layer.c") ? fill("relu-layer.c") : "")
        + (tanh || gru ? fill("tanh.c") : "")
        + (tanh ? fill("tanh-layer.c") : "")
        + (gru ? fill("gru-layer.c") : "");
  }

  private String functions() {
    StringBuilder text = new StringBuilder();
    for (String part : List.of("convolution.c", "slices.c", "excluded.c")) {
      text.append(network.needs(part) ? fill(part) : "");
    }
    return text.append(network.functions()).toString();
  }

  private String notice() {
    String notice = CText.comment(contract.licence().notice());
    return String.join(
        "\n",
        notice
            .lines()
            .map(
                line ->
                    " * "
                        + (line.length() > LINE ? line.replaceAll("(.{60,90}) ", "$1\n * ") : line))
            .toList());
  }

  private String fill(String name) {
    return Template.fill(name + ".template", values);
  }
}
