package eyas.assets.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads configurations from files and from the class path. */
public final class ConfigReader {
  private static final String TASKS = "eyas/assets/tasks";
  private static final String SUFFIX = ".yaml";

  private ConfigReader() {}

  /** Reads a YAML file. */
  public static Config file(Path file) {
    try {
      return text(Files.readString(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw new ConfigException("The file " + file + " does not exist. Check the path.", missing);
    } catch (IOException failure) {
      throw new ConfigException(
          "The file " + file + " cannot be read as UTF-8 text: " + failure.getMessage() + ".",
          failure);
    }
  }

  /** Reads a YAML resource, such as {@code eyas/assets/tasks/quadrotor.yaml}. */
  public static Config resource(String path) {
    try (InputStream stream = loader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new ConfigException("The class path holds no resource " + path + ".");
      }
      return text(new String(stream.readAllBytes(), StandardCharsets.UTF_8), path);
    } catch (IOException failure) {
      throw new ConfigException(
          "The resource " + path + " cannot be read: " + failure.getMessage() + ".", failure);
    }
  }

  /** Reads the YAML of a task by name; an unknown name is answered with the nearest one. */
  public static Config task(String name) {
    List<String> known = taskNames();
    if (!known.contains(name)) {
      throw new ConfigException(
          "There is no task `" + name + "`. " + Suggestions.sentence(name, known));
    }
    return resource(TASKS + "/" + name + SUFFIX);
  }

  /** Names of all tasks on the class path, in alphabetical order. */
  public static List<String> taskNames() {
    return names(TASKS);
  }

  /** Reads YAML from text; {@code source} is the name used in messages. */
  public static Config text(String yaml, String source) {
    return Config.of(ConfigParser.yaml(yaml, source), source);
  }

  /** Reads JSON from text; {@code source} is the name used in messages. */
  public static Config json(String json, String source) {
    return Config.of(ConfigParser.json(json, source), source);
  }

  /** Names, without {@code .yaml}, of the YAML resources in a folder of the class path. */
  public static List<String> names(String folder) {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader().getResources(folder))) {
        names.addAll(list(url, folder));
      }
    } catch (IOException | URISyntaxException failure) {
      throw new ConfigException(
          "The class path folder " + folder + " cannot be listed: " + failure.getMessage() + ".",
          failure);
    }
    return List.copyOf(names);
  }

  private static List<String> list(URL url, String folder) throws IOException, URISyntaxException {
    if (!url.getProtocol().equals("jar")) {
      return list(Path.of(url.toURI()));
    }
    try (FileSystem jar = FileSystems.newFileSystem(jarFile(url), Map.of())) {
      return list(jar.getPath(folder));
    }
  }

  private static Path jarFile(URL url) throws URISyntaxException {
    String inner = url.getFile();
    return Path.of(new java.net.URI(inner.substring(0, inner.indexOf("!/"))));
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    }
  }

  private static ClassLoader loader() {
    return ConfigReader.class.getClassLoader();
  }
}
