package eyas.bridge.generator;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the Java source of one message. */
final class RecordWriter {
  private static final int LONGEST_LITERAL = 60_000;

  private final DefinitionSet set;

  RecordWriter(DefinitionSet set) {
    this.set = set;
  }

  /** Returns the source of a message's record. */
  String source(Definition definition) {
    String name = JavaNames.type(definition.simpleName());
    List<JavaField> fields =
        definition.fields().stream().map(f -> javaField(definition, f)).toList();
    StringBuilder out = new StringBuilder();
    out.append("package eyas.bridge.message.").append(definition.packageName()).append(";\n\n");
    out.append(documentation(definition, fields));
    out.append("@javax.annotation.processing.Generated(\"eyas.bridge.generator.Generator\")\n");
    out.append("public record ").append(name).append("(");
    out.append(joined(fields, ", ", f -> f.javaType() + " " + f.component()));
    out.append(")\n    implements eyas.bridge.message.Message {\n");
    out.append(type(definition, name));
    definition.constants().forEach(constant -> out.append(constant(constant)));
    out.append(constructor(definition, name, fields));
    out.append(reader(name, fields));
    out.append(methods(name, fields));
    if (fields.stream().anyMatch(JavaField::javaArray)) {
      out.append(identity(name, fields));
    }
    return out.append("}\n").toString();
  }

  private JavaField javaField(Definition definition, Field field) {
    boolean sequence = definition.name().equals("std_msgs/Header") && field.name().equals("seq");
    return new JavaField(
        field, JavaNames.component(field.name()), sequence, set.leastElement(field.type()));
  }

  private static String joined(
      List<JavaField> fields, String separator, Function<JavaField, String> text) {
    return fields.stream().map(text).collect(Collectors.joining(separator));
  }

  private static String documentation(Definition definition, List<JavaField> fields) {
    StringBuilder out = new StringBuilder("/**\n * Message {@code ").append(definition.name());
    out.append("}. Arrays are not copied and must not be changed.\n");
    if (!fields.isEmpty()) {
      out.append(" *\n");
    }
    for (JavaField field : fields) {
      out.append(" * @param ").append(field.component()).append(" {@code ");
      out.append(field.field().type().text())
          .append(' ')
          .append(field.field().name())
          .append("}\n");
    }
    return out.append(" */\n").toString();
  }

  private String type(Definition definition, String name) {
    return """
          /** The type, with name, definition and codec. */
          public static final eyas.bridge.message.MessageType<%1$s> TYPE =
              new eyas.bridge.message.RecordType<>(
                  "%2$s",
                  "%3$s",
                  %4$s,
                  %1$s::read);

        """
        .formatted(
            name,
            definition.name(),
            set.md5(definition),
            literal(definition, set.fullText(definition)));
  }

  private static String literal(Definition definition, String text) {
    if (text.length() > LONGEST_LITERAL) {
      throw new DefinitionException(
          "The full text of %s has %d characters; a Java literal holds at most %d."
              .formatted(definition.name(), text.length(), LONGEST_LITERAL));
    }
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static String constant(Constant constant) {
    Primitive primitive = Primitive.of(constant.type()).orElseThrow();
    String type = primitive == Primitive.STRING ? "java.lang.String" : primitive.java();
    String value =
        switch (primitive) {
          case STRING -> "\"" + constant.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
          case BOOL -> Boolean.toString(constant.value().matches("(?i)true|[1-9]\\d*"));
          case FLOAT32 -> constant.value() + "f";
          case FLOAT64 -> constant.value() + "d";
          case INT64, UINT64 -> "Long.parseUnsignedLong(\"" + constant.value() + "\")";
          default -> "(" + type + ") " + parenthesised(constant.value()) + "L";
        };
    return "  /** Constant {@code %s %s}. */\n  public static final %s %s = %s;\n\n"
        .formatted(constant.type(), constant.name(), type, constant.name(), value);
  }

  private static String parenthesised(String value) {
    return value.startsWith("-") ? "-" + value.substring(1) : value;
  }

  private static String constructor(Definition definition, String name, List<JavaField> fields) {
    String checks = joined(fields, "", f -> f.check(definition.name()));
    return checks.isEmpty()
        ? ""
        : "  /** Checks the lengths of fixed arrays and copies lists. */\n  public "
            + name
            + " {\n"
            + checks
            + "  }\n\n";
  }

  private static String reader(String name, List<JavaField> fields) {
    return "  private static "
        + name
        + " read(eyas.bridge.message.MessageInput in) {\n    return new "
        + name
        + "("
        + joined(fields, ", ", f -> "\n        " + f.read())
        + ");\n  }\n\n";
  }

  private static String methods(String name, List<JavaField> fields) {
    return "  @Override\n  public eyas.bridge.message.MessageType<"
        + name
        + "> type() {\n    return TYPE;\n  }\n\n"
        + "  @Override\n  public void write(eyas.bridge.message.MessageOutput out) {\n"
        + joined(fields, "", JavaField::write)
        + "  }\n";
  }

  private static String identity(String name, List<JavaField> fields) {
    return "\n  @Override\n  public boolean equals(Object other) {\n    return other instanceof "
        + name
        + " that\n        && "
        + joined(fields, "\n        && ", JavaField::equal)
        + ";\n  }\n\n  @Override\n  public int hashCode() {\n    int hash = 1;\n"
        + joined(fields, "", f -> "    hash = 31 * hash + " + f.hash() + ";\n")
        + "    return hash;\n  }\n\n  @Override\n  public java.lang.String toString() {\n    return \""
        + name
        + "[\"\n        + "
        + joined(
            fields,
            "\n        + \", \"\n        + ",
            f -> "\"" + f.component() + "=\" + " + f.shown())
        + "\n        + \"]\";\n  }\n";
  }
}
