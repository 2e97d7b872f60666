package eyas.bridge.onboard.toolchain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Tools that a test needs; without them it is skipped, loudly. */
final class Needed {
  private Needed() {}

  static Tool tool(String name) {
    Optional<Tool> tool = Tool.find(name);
    if (tool.isEmpty()) {
      skip(name + " is not installed");
    }
    return tool.get();
  }

  /** A compiler that has what its sanitizers need. */
  static Tool sanitizing(String name, List<String> options) {
    Tool tool = tool(name);
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write("empty.c", "int main(void) { return 0; }\n");
      List<String> arguments = new ArrayList<>(options);
      arguments.addAll(List.of("empty.c", "-o", "empty"));
      tool.run(scratch.path(), arguments);
    } catch (ToolException failure) {
      skip("the sanitizers of " + name + " are not installed");
    }
    return tool;
  }

  private static void skip(String why) {
    String sentence = "SKIPPED: " + why + "; .ci/run installs it.";
    System.out.println(sentence);
    Assumptions.abort(sentence);
  }
}
