package eyas.cli;

import eyas.assets.config.Suggestions;
import eyas.cli.run.FaultFile;
import eyas.cli.run.Json;
import eyas.cli.run.RunException;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldFaultException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one sentence, one exit code and, with {@code --json}, one object. */
final class Failures {
  private final boolean json;
  private final boolean trace;

  Failures(String... arguments) {
    json = Arrays.asList(arguments).contains("--json");
    trace = Arrays.asList(arguments).contains("--trace");
  }

  /** Reports the failure of a command; keeps the dump of a number that was not finite. */
  int report(Throwable failure, Path runs, PrintStream out, PrintStream err) {
    Optional<WorldFault> fault = fault(failure);
    if (fault.isEmpty()) {
      return report(failure, out, err);
    }
    Path file = FaultFile.write(runs, fault.get());
    String sentence = fault.get().sentence() + " Compute it again with: ./eyas replay " + file;
    return report(new RunException(sentence, failure), out, err);
  }

  private static Optional<WorldFault> fault(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(WorldFaultException.class::isInstance)
        .findFirst()
        .map(cause -> ((WorldFaultException) cause).fault());
  }

  /** Reports a failure and returns its exit code. */
  int report(Throwable failure, PrintStream out, PrintStream err) {
    int code = ExitCodes.of(failure);
    String sentence = sentence(failure);
    err.println("eyas: " + sentence);
    if (trace) {
      failure.printStackTrace(err);
    }
    if (json) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("error", sentence);
      values.put("exitCode", code);
      out.println(Json.line(values));
    }
    return code;
  }

  private static String sentence(Throwable failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (failure instanceof ParameterException wrong) {
      String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
      String text = String.valueOf(wrong.getMessage());
      return text + (text.endsWith(".") ? "" : ".") + " See: " + name + " --help";
    }
    if (failure instanceof OutOfMemoryError) {
      return "Java ran out of memory. Use fewer environments, or more memory with"
          + " EYAS_JAVA_OPTIONS=-Xmx8g.";
    }
    String message = failure.getMessage();
    boolean own = failure.getClass().getName().startsWith("eyas.");
    return own && message != null
        ? message
        : "Something unexpected went wrong: " + failure + ". Run again with --trace for details.";
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    String word = failure.getUnmatched().get(0);
    CommandLine line = failure.getCommandLine();
    CommandSpec spec = line.getCommandSpec();
    boolean option = word.startsWith("-");
    Set<String> known = option ? spec.optionsMap().keySet() : line.getSubcommands().keySet();
    if (known.isEmpty()) {
      return "'"
          + spec.qualifiedName()
          + "' does not take '"
          + word
          + "'. See: "
          + spec.qualifiedName()
          + " --help";
    }
    List<String> names = List.copyOf(new LinkedHashSet<>(known));
    return "There is no "
        + (option ? "option" : "command")
        + " '"
        + word
        + "' of '"
        + spec.qualifiedName()
        + "'. "
        + Suggestions.sentence(word, names);
  }
}
