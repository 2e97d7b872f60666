package eyas.cli;

import eyas.cli.run.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One call of the program within the test's virtual machine.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Invocation(int code, String out, String err) {
  static Invocation of(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments);
      return new Invocation(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The last line of standard output as JSON. */
  Map<String, Object> json() {
    List<String> lines = out.lines().toList();
    return Json.object(lines.get(lines.size() - 1)).orElseThrow();
  }
}
