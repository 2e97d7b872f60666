package eyas.bridge.fuzz;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts reasons by kind: numbers and quoted or foreign parts of a sentence do not count. */
final class Reasons {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|<[^>]*>");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,:eE+-]*");
  private static final Pattern FOREIGN = Pattern.compile("[^\\x20-\\x7e]+");
  private static final int LONGEST = 120;
  private static final int MOST = 300;
  private static final String OTHER = "(further kinds)";

  private final Map<String, Long> counts = new HashMap<>();

  /** Counts one refusal; whether it had a reason at all. */
  boolean add(String message) {
    if (message.isBlank()) {
      return false;
    }
    String kind = kind(message);
    boolean room = counts.size() < MOST || counts.containsKey(kind);
    counts.merge(room ? kind : OTHER, 1L, Long::sum);
    return true;
  }

  private static String kind(String message) {
    String text = message.length() > 2 * LONGEST ? message.substring(0, 2 * LONGEST) : message;
    text = FOREIGN.matcher(text).replaceAll(" ");
    text = QUOTED.matcher(text).replaceAll("_");
    text = NUMBER.matcher(text).replaceAll("#");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** The counts, the most frequent first. */
  Map<String, Long> counts() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
