package eyas.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two runs of the same name, seed and configuration side by side: bundles and exports byte for
 * byte, the report without times and paths, and every iteration's figures.
 *
 * @param calm the run that nothing disturbed
 * @param other the run that is compared with it
 */
public record RunComparison(RunFolder calm, RunFolder other) {
  private static final List<String> COMPARED = List.of("policy", "export", "metrics/flights.json");
  private static final String WEIGHTS = "weights.safetensors";
  // what differs between any two runs: when, how fast, and where they lie
  private static final Set<String> TIMES =
      Set.of("seconds", "collectSeconds", "learnSeconds", "started", "folder");
  private static final int SHOWN = 20;

  /** Returns the comparison for people and programs. */
  public Map<String, Object> values() {
    Set<String> differences = new TreeSet<>(files());
    differences.addAll(report());
    long figures = figures();
    long lost = missing();
    long twice = repeated();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("weights", hashes(calm).keySet().stream().filter(n -> n.endsWith(WEIGHTS)).count());
    values.put("sameWeights", differences.stream().noneMatch(name -> name.endsWith(WEIGHTS)));
    values.put("files", hashes(calm).size());
    values.put("iterationsLost", lost);
    values.put("iterationsTwice", twice);
    values.put("iterationsDifferent", figures);
    values.put("differences", differences.stream().limit(SHOWN).toList());
    values.put("identical", differences.isEmpty() && lost == 0 && twice == 0 && figures == 0);
    return values;
  }

  private Set<String> files() {
    Map<String, Integer> here = hashes(calm);
    Map<String, Integer> there = hashes(other);
    Set<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    names.removeIf(name -> Objects.equals(here.get(name), there.get(name)));
    return names;
  }

  private static Map<String, Integer> hashes(RunFolder run) {
    Map<String, Integer> hashes = new TreeMap<>();
    for (String part : COMPARED) {
      Path root = run.path().resolve(part);
      if (Files.exists(root)) {
        hash(run.path(), root, hashes);
      }
    }
    return hashes;
  }

  private static void hash(Path run, Path root, Map<String, Integer> hashes) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = run.relativize(file).toString();
        // a kill can leave a half-written bundle behind, under a name with a dot
        if (!name.contains("/.")) {
          hashes.put(name, Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    } catch (IOException failure) {
      throw new RunException("Cannot read " + root + ": " + failure, failure);
    }
  }

  private List<String> report() {
    List<String> differences = new ArrayList<>();
    if (Files.exists(calm.reportData()) || Files.exists(other.reportData())) {
      compare("report.json", report(calm), report(other), differences);
    }
    return differences;
  }

  private static Map<String, Object> report(RunFolder run) {
    try {
      return Json.object(Files.readString(run.reportData())).orElseGet(Map::of);
    } catch (IOException failure) {
      return Map.of();
    }
  }

  private static void compare(String path, Object a, Object b, List<String> differences) {
    if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
      Set<Object> keys = new HashSet<>(left.keySet());
      keys.addAll(right.keySet());
      keys.removeIf(key -> TIMES.contains(String.valueOf(key)));
      keys.forEach(key -> compare(path + "/" + key, left.get(key), right.get(key), differences));
    } else if (!Objects.equals(a, b)) {
      differences.add(path);
    }
  }

  private long missing() {
    Set<String> expected = new HashSet<>(iterations(calm).keySet());
    expected.removeAll(iterations(other).keySet());
    return expected.size();
  }

  private long repeated() {
    return lines(other).size() - (long) iterations(other).size();
  }

  private long figures() {
    Map<String, Object> there = iterations(other);
    return iterations(calm).entrySet().stream()
        .filter(line -> there.containsKey(line.getKey()))
        .filter(line -> !there.get(line.getKey()).equals(line.getValue()))
        .count();
  }

  private static Map<String, Object> iterations(RunFolder run) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Map<String, Object> line : lines(run)) {
      Map<String, Object> figures = new LinkedHashMap<>(line);
      figures.keySet().removeAll(TIMES);
      found.put(line.get("stage") + " " + MetricsFile.iteration(line), figures);
    }
    return found;
  }

  private static List<Map<String, Object>> lines(RunFolder run) {
    return MetricsFile.read(run.metricsFile());
  }
}
