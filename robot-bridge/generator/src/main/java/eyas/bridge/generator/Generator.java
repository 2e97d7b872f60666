package eyas.bridge.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Generates Java records from a folder of definitions; files that did not change keep their time.
 */
public final class Generator {
  private Generator() {}

  /**
   * Runs the generator.
   *
   * @param arguments folder of definitions, folder for sources
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new DefinitionException(
          "The generator was given %d arguments; it takes the folder of definitions and the folder for sources."
              .formatted(arguments.length));
    }
    Path target = Path.of(arguments[1]);
    Map<Path, String> sources =
        sources(new DefinitionSet().addFolder(Path.of(arguments[0])), target);
    sources.forEach(Generator::write);
    removeOthers(target, sources.keySet());
  }

  private static Map<Path, String> sources(DefinitionSet set, Path target) {
    RecordWriter records = new RecordWriter(set);
    ServiceWriter services = new ServiceWriter(set);
    Map<Path, String> sources = new LinkedHashMap<>();
    set.messages().forEach(d -> sources.put(file(target, d), records.source(d)));
    for (ServiceDefinition service : set.services()) {
      for (Definition part : List.of(service.request(), service.response())) {
        sources.put(file(target, part), records.source(part));
      }
      sources.put(
          file(target, service.packageName(), service.simpleName()), services.source(service));
    }
    Set<String> packages = new LinkedHashSet<>();
    set.messages().forEach(d -> packages.add(d.packageName()));
    set.services().forEach(s -> packages.add(s.packageName()));
    for (String name : packages) {
      sources.put(
          folder(target, name).resolve("package-info.java"),
          "/** Messages of {@code %s}, generated. */\npackage eyas.bridge.message.%s;\n"
              .formatted(name, name));
    }
    return sources;
  }

  private static Path folder(Path target, String packageName) {
    return target.resolve("eyas/bridge/message").resolve(packageName);
  }

  private static Path file(Path target, Definition definition) {
    return file(target, definition.packageName(), definition.simpleName());
  }

  private static Path file(Path target, String packageName, String simpleName) {
    return folder(target, packageName).resolve(JavaNames.type(simpleName) + ".java");
  }

  private static void write(Path file, String source) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(source)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // a record whose definition is gone must not be compiled again
  private static void removeOthers(Path target, Set<Path> kept) {
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!kept.contains(file)) {
          Files.delete(file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
