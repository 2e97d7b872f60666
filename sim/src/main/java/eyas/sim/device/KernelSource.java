package eyas.sim.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenCL C text made of defines and files that lie beside Java classes. Immutable.
 *
 * @param name name in messages
 * @param defines values baked in
 * @param parts the files in order
 */
public record KernelSource(String name, Map<String, String> defines, List<Part> parts) {
  /** A file of source text with the name that the compiler shows. */
  public record Part(String file, String text) {}

  /** Copies the collections. */
  public KernelSource {
    defines = Collections.unmodifiableMap(new LinkedHashMap<>(defines));
    parts = List.copyOf(parts);
  }

  /** Returns an empty source for a lane width. */
  public static KernelSource named(String name, Lanes lanes) {
    return new KernelSource(name, Map.of("LANES", Integer.toString(lanes.width())), List.of());
  }

  /** Returns this source with one more integer define. */
  public KernelSource define(String key, int value) {
    return define(key, Integer.toString(value));
  }

  /** Returns this source with one more real define, exact to the last bit of a float. */
  public KernelSource define(String key, double value) {
    return define(key, Float.toString((float) value) + "f");
  }

  /** Returns this source with one more define as text. */
  public KernelSource define(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(defines);
    more.put(key, value);
    return new KernelSource(name, more, parts);
  }

  /** Returns this source with the defines of a map added. */
  public KernelSource define(Map<String, String> values) {
    Map<String, String> more = new LinkedHashMap<>(defines);
    more.putAll(values);
    return new KernelSource(name, more, parts);
  }

  /** Returns this source with a file added that lies beside {@code anchor}. */
  public KernelSource file(Class<?> anchor, String file) {
    try (InputStream in = anchor.getResourceAsStream(file)) {
      if (in == null) {
        throw new DeviceException(
            "Kernel file " + file + " was not found beside " + anchor.getName() + ".");
      }
      return text(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new DeviceException(
          "Kernel file " + file + " beside " + anchor.getName() + " could not be read.", e);
    }
  }

  /** Returns this source with text added. */
  public KernelSource text(String file, String text) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(file, text));
    return new KernelSource(name, defines, more);
  }

  /** Returns the text that the compiler sees. */
  String text() {
    StringBuilder out = new StringBuilder();
    defines.forEach(
        (key, value) -> out.append("#define ").append(key).append(' ').append(value).append('\n'));
    parts.forEach(
        part ->
            out.append("#line 1 \"")
                .append(part.file())
                .append("\"\n")
                .append(part.text())
                .append('\n'));
    return out.toString();
  }
}
