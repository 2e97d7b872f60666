package eyas.assets.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Text (YAML 1.2 or JSON) into {@link ConfigNode}s that know their file, line and column. One
 * document, no anchors, no aliases, no repeated keys, no numbers that are not finite.
 */
public final class ConfigParser {
  private static final int DEEPEST = 64;
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final String source;

  private ConfigParser(JsonParser parser, String source) {
    this.parser = parser;
    this.source = source;
  }

  /** Reads YAML; {@code source} is the name used in messages. */
  public static ConfigNode yaml(String text, String source) {
    return parse(() -> YAML.createParser(ObjectReadContext.empty(), text), source);
  }

  /** Reads JSON; {@code source} is the name used in messages. */
  public static ConfigNode json(String text, String source) {
    return parse(() -> JSON.createParser(ObjectReadContext.empty(), text), source);
  }

  private interface Opening {
    JsonParser open();
  }

  private static ConfigNode parse(Opening opening, String source) {
    try (JsonParser parser = opening.open()) {
      return new ConfigParser(parser, source).document();
    } catch (JacksonException failure) {
      throw malformed(failure, source);
    } catch (ConfigException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      // the YAML scanner below Jackson has exceptions of its own
      throw new ConfigException(
          source + " is malformed: " + failure.getMessage() + ". Correct it and try again.",
          failure);
    }
  }

  private static ConfigException malformed(JacksonException failure, String source) {
    TokenStreamLocation place = failure.getLocation();
    String where = place == null ? source : place(source, place);
    // the parser's own words about a second place would only name its reader
    String what =
        String.valueOf(failure.getOriginalMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst(" \\(start marker at .*", "");
    return new ConfigException(
        where + ": the file is malformed: " + what + ". Correct this line and try again.", failure);
  }

  private static String place(String source, TokenStreamLocation location) {
    return source + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  private String here() {
    return place(source, parser.currentTokenLocation());
  }

  private ConfigNode document() {
    if (parser.nextToken() == null) {
      throw new ConfigException(source + ":1:1: the file is empty. Write at least one key.");
    }
    ConfigNode node = node(0);
    if (parser.nextToken() != null) {
      throw new ConfigException(
          here() + ": a second document begins here. One file holds one document.");
    }
    return node;
  }

  private ConfigNode node(int depth) {
    if (depth > DEEPEST) {
      throw new ConfigException(here() + ": nested deeper than " + DEEPEST + " levels.");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new ConfigException(here() + ": aliases (*name) are not supported. Repeat the value.");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> sequence(depth);
      case VALUE_NULL -> new ConfigNode.Empty(here());
      default -> scalar();
    };
  }

  private ConfigNode mapping(int depth) {
    String origin = here();
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (entries.containsKey(key)) {
        throw new ConfigException(
            here() + ": key `" + key + "` is written twice. Keep one of them.");
      }
      parser.nextToken();
      entries.put(key, node(depth + 1));
    }
    return new ConfigNode.Mapping(entries, origin);
  }

  private ConfigNode sequence(int depth) {
    String origin = here();
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new ConfigNode.Sequence(items, origin);
  }

  private ConfigNode scalar() {
    String text = parser.getString();
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> new ConfigNode.Scalar(true, text, here());
      case VALUE_FALSE -> new ConfigNode.Scalar(false, text, here());
      case VALUE_NUMBER_INT -> new ConfigNode.Scalar(parser.getLongValue(), text, here());
      case VALUE_NUMBER_FLOAT ->
          new ConfigNode.Scalar(finite(parser.getDoubleValue()), text, here());
      case VALUE_STRING -> new ConfigNode.Scalar(text, text, here());
      default -> throw new ConfigException(here() + ": `" + text + "` is not a value.");
    };
  }

  private double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new ConfigException(here() + ": the number is not finite. Write a finite number.");
    }
    return value;
  }
}
