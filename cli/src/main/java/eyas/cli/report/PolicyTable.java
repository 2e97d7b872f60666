package eyas.cli.report;

import eyas.assets.files.AtomicFiles;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The README's table of shipped policies, made of what their bundles carry. */
public final class PolicyTable {
  private static final String START = "<!-- table:start -->\n";
  private static final String END = "<!-- table:end -->";
  private static final String HEAD =
      """
      | policy | weights | `raptor`: return | length | terminated | figure-eight 10 s / 5.5 s [m] | lost | `default`: success | steady error median [m] | JBullet gate |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private PolicyTable() {}

  /** Rewrites the table in a README: arguments are the README and the folders of bundles. */
  public static void main(String[] arguments) {
    Path readme = Path.of(arguments[0]);
    List<PolicyBundle> bundles =
        List.of(arguments).stream()
            .skip(1)
            .map(folder -> PolicyBundle.load(Path.of(folder)))
            .toList();
    AtomicFiles.write(readme, replaced(read(readme), markdown(bundles)));
  }

  /** Returns the text with the table between its marks replaced. */
  public static String replaced(String readme, String table) {
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    if (start < 0 || end < start) {
      throw new RunException(
          "README.md has no marks <!-- table:start --> and <!-- table:end -->. Put them where the table belongs.");
    }
    return readme.substring(0, start + START.length()) + table + readme.substring(end);
  }

  /** Returns the table in Markdown. */
  public static String markdown(List<PolicyBundle> bundles) {
    StringBuilder table = new StringBuilder(HEAD);
    bundles.forEach(bundle -> table.append(row(bundle)).append('\n'));
    return table.toString();
  }

  private static String row(PolicyBundle bundle) {
    Map<String, Object> results = bundle.contract().results();
    return String.join(
        " | ",
        "| `" + bundle.contract().name() + "`",
        Integer.toString(bundle.contract().network().weightCount()),
        number(results, "%.1f", "raptor", "return"),
        number(results, "%.1f", "raptor", "length"),
        percent(results, "raptor", "terminatedFraction"),
        number(results, "%.3f", "raptor", "figureEight", "rmse10")
            + " / "
            + number(results, "%.3f", "raptor", "figureEight", "rmse5_5"),
        percent(results, "raptor", "figureEight", "lostFraction"),
        percent(results, "default", "success"),
        number(results, "%.3f", "default", "steadyPositionError", "median"),
        gate(bundle) + " |");
  }

  private static String gate(PolicyBundle bundle) {
    return bundle
        .gate()
        .map(
            g ->
                (g.passed() ? "passed, " : "not passed, ")
                    + percent(g.numbers(), "successInJBullet"))
        .orElse("–");
  }

  private static String percent(Map<String, Object> values, String... path) {
    return find(values, path)
        .map(value -> String.format(Locale.ROOT, "%.2f %%", 100 * value))
        .orElse("–");
  }

  private static String number(Map<String, Object> values, String format, String... path) {
    return find(values, path).map(value -> String.format(Locale.ROOT, format, value)).orElse("–");
  }

  private static Optional<Double> find(Object at, String... path) {
    Object here = at;
    for (String key : path) {
      if (!(here instanceof Map<?, ?> map) || !map.containsKey(key)) {
        return Optional.empty();
      }
      here = map.get(key);
    }
    return here instanceof Number value ? Optional.of(value.doubleValue()) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new RunException("Cannot read " + file + ": " + failure.getMessage() + ".", failure);
    }
  }
}
