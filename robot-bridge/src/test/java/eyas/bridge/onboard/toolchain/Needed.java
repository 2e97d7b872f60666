package eyas.bridge.onboard.toolchain;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Tools that a test needs; without them it is skipped, loudly. */
final class Needed {
  private Needed() {}

  static Tool tool(String name) {
    Optional<Tool> tool = Tool.find(name);
    if (tool.isEmpty()) {
      String sentence = "SKIPPED: " + name + " is not installed; .ci/run installs it.";
      System.out.println(sentence);
      Assumptions.abort(sentence);
    }
    return tool.get();
  }
}
