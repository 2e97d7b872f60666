package eyas.bridge.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of one definition (wiki.ros.org/msg). */
public final class DefinitionParser {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][\\w/]*)(\\[(\\d*)\\])?\\s+([A-Za-z]\\w*)\\s*(=\\s*(.*))?");

  private DefinitionParser() {}

  /**
   * Parses a definition.
   *
   * @param name package and name
   * @param text the definition
   */
  public static Definition parse(String name, String text) {
    List<Constant> constants = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    String packageName = name.substring(0, name.indexOf('/'));
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = withoutComment(line).trim();
      if (content.isEmpty()) {
        continue;
      }
      Matcher matcher = LINE.matcher(content);
      if (!matcher.matches()) {
        throw invalid(name, number, line);
      }
      if (matcher.group(5) != null) {
        constants.add(new Constant(matcher.group(1), matcher.group(4), matcher.group(6).trim()));
      } else {
        fields.add(new Field(type(packageName, matcher), matcher.group(4)));
      }
    }
    return new Definition(name, constants, fields, text);
  }

  // a text constant may hold a '#'
  private static String withoutComment(String line) {
    boolean textConstant = line.trim().matches("string\\s+\\w+\\s*=.*");
    int comment = line.indexOf('#');
    return comment < 0 || textConstant ? line : line.substring(0, comment);
  }

  private static FieldType type(String packageName, Matcher matcher) {
    String base = matcher.group(1);
    if (base.equals("Header")) {
      base = "std_msgs/Header";
    } else if (Primitive.of(base).isEmpty() && base.indexOf('/') < 0) {
      base = packageName + "/" + base;
    }
    int count =
        matcher.group(2) == null
            ? FieldType.SINGLE
            : matcher.group(3).isEmpty() ? FieldType.VARIABLE : Integer.parseInt(matcher.group(3));
    return new FieldType(base, count);
  }

  private static DefinitionException invalid(String name, int number, String line) {
    return new DefinitionException(
        "Definition %s, line %d is '%s'; a line is a field 'type name', a constant 'type NAME=value', or a comment that begins with #."
            .formatted(name, number, line));
  }
}
