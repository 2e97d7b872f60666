package eyas.bridge.onboard.source;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyContract;
import java.util.ArrayList;
import java.util.List;

/** A policy's contract as comments, macros and statements of C. */
final class ContractText {
  private final PolicyContract contract;
  private final String upper;

  ContractText(PolicyContract contract) {
    this.contract = contract;
    this.upper = CText.upper(contract.name());
  }

  /** Comment lines: index, name, unit, frame and limit of each part of the observation. */
  String observations() {
    List<String> lines = new ArrayList<>();
    int offset = 0;
    for (ObservationTerm term : contract.observation().terms()) {
      String limit =
          term.clip().isPresent() ? ", limited to +-" + (float) term.clip().getAsDouble() : "";
      lines.add(
          " *   %3d..%-3d %-18s [%s], %s%s"
              .formatted(
                  offset,
                  offset + term.size() - 1,
                  CText.comment(term.name()),
                  CText.comment(term.unit()),
                  CText.comment(term.frame()),
                  limit));
      offset += term.size();
    }
    return String.join("\n", lines);
  }

  /** Comment lines: index, name, unit and range of each command. */
  String commands() {
    List<String> lines = new ArrayList<>();
    for (ActionTerm term : contract.action().terms()) {
      lines.add(
          " *   %3d      %-18s [%s], %s to %s"
              .formatted(
                  lines.size(),
                  CText.comment(term.name()),
                  CText.comment(term.unit()),
                  (float) term.minimum(),
                  (float) term.maximum()));
    }
    return String.join("\n", lines);
  }

  /** Macros with the position of each part. */
  String offsets() {
    StringBuilder text = new StringBuilder();
    for (ObservationTerm term : contract.observation().terms()) {
      int offset = contract.observation().offset(term.name());
      text.append(macro("OBSERVATION", term.name(), offset));
    }
    List<String> actions = contract.action().names();
    for (int i = 0; i < actions.size(); i++) {
      text.append(macro("COMMAND", actions.get(i), i));
    }
    return text.toString().stripTrailing();
  }

  private String macro(String kind, String name, int value) {
    return "#define %s_%s_%s %du\n".formatted(upper, kind, CText.upper(name), value);
  }

  /** Statements that limit the array {@code seen}. */
  String clip() {
    StringBuilder text = new StringBuilder();
    for (ObservationTerm term : contract.observation().terms()) {
      if (term.clip().isPresent()) {
        int begin = contract.observation().offset(term.name());
        String limit = CText.number((float) term.clip().getAsDouble());
        text.append("  for (i = %du; i < %du; ++i) {\n".formatted(begin, begin + term.size()));
        text.append("    seen[i] = clamp(seen[i], %s);\n  }\n".formatted(limit));
      }
    }
    return text.toString().stripTrailing();
  }

  /** Middle of each command's range, or half of its width. */
  float[] range(boolean middle) {
    List<ActionTerm> terms = contract.action().terms();
    float[] values = new float[terms.size()];
    for (int i = 0; i < values.length; i++) {
      double low = terms.get(i).minimum();
      double high = terms.get(i).maximum();
      values[i] = (float) ((middle ? high + low : high - low) / 2);
    }
    return values;
  }

  /** Whether the observation is the one that the helper for quadrotors forms. */
  boolean observes() {
    List<ObservationTerm> terms = contract.observation().terms();
    return contract
            .observation()
            .names()
            .equals(
                List.of("position", "rotation", "linear-velocity", "body-rates", "previous-action"))
        && terms.stream()
            .map(ObservationTerm::size)
            .toList()
            .equals(List.of(3, 9, 3, 3, contract.action().size()))
        && terms.get(0).frame().equals("world")
        && terms.get(1).frame().equals("body-to-world");
  }

  /** Limit of a part in words. */
  String clipOf(String name) {
    return contract.observation().terms().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .filter(term -> term.clip().isPresent())
        .map(term -> String.valueOf((float) term.clip().getAsDouble()))
        .orElse("infinity");
  }
}
