package eyas.bridge.generator;

import java.util.Optional;

/**
 * How one field looks in Java: its type, and the code that reads and writes it.
 *
 * @param field the field
 * @param component its name in the record
 * @param sequence whether it is the sequence number of a header
 * @param least smallest size of one element on the wire [bytes]
 */
record JavaField(Field field, String component, boolean sequence, int least) {
  private static final String RUNTIME = "eyas.bridge.message.";

  /** Type of the component. */
  String javaType() {
    FieldType type = field.type();
    if (!type.array()) {
      return element();
    }
    return javaArray() ? element() + "[]" : "java.util.List<" + element() + ">";
  }

  /** Whether the component is a Java array. */
  boolean javaArray() {
    return field.type().array() && primitive().filter(Primitive::numeric).isPresent();
  }

  /** Whether the component is a list. */
  boolean list() {
    return field.type().array() && !javaArray();
  }

  private Optional<Primitive> primitive() {
    return Primitive.of(field.type().base());
  }

  private String element() {
    return primitive()
        .map(JavaField::javaName)
        .orElseGet(() -> JavaNames.qualified("eyas.bridge.message", field.type().base()));
  }

  private static String javaName(Primitive primitive) {
    return switch (primitive) {
      case STRING -> "java.lang.String";
      case TIME, DURATION -> RUNTIME + primitive.java();
      default -> primitive.java();
    };
  }

  /** Statements that write the component to {@code out}. */
  String write() {
    FieldType type = field.type();
    String count =
        type.array() && !type.fixed()
            ? "    out.length(" + component + (javaArray() ? ".length" : ".size()") + ");\n"
            : "";
    if (javaArray() && !primitive().orElseThrow().bulk().isEmpty()) {
      return count + "    out." + primitive().orElseThrow().bulk() + "(" + component + ");\n";
    }
    if (type.array()) {
      return count
          + "    for ("
          + element()
          + " element : "
          + component
          + ") {\n      "
          + writeOne("element")
          + "\n    }\n";
    }
    return "    " + writeOne(component) + "\n";
  }

  private String writeOne(String value) {
    if (sequence) {
      return "out.sequence(" + value + ");";
    }
    return primitive()
        .map(
            primitive ->
                switch (primitive) {
                  case TIME, DURATION ->
                      "out.%s(%s.seconds(), %s.nanoseconds());"
                          .formatted(primitive.method(), value, value);
                  default -> "out." + primitive.method() + "(" + value + ");";
                })
        .orElse(value + ".write(out);");
  }

  /** Expression that reads the component from {@code in}. */
  String read() {
    FieldType type = field.type();
    if (!type.array()) {
      return readOne();
    }
    String count = type.fixed() ? Integer.toString(type.count()) : "in.length(" + least + ")";
    if (javaArray()) {
      String bulk = primitive().orElseThrow().bulk();
      return bulk.isEmpty()
          ? RUNTIME + "Arrays.booleans(in, " + count + ")"
          : "in." + bulk + "(" + count + ")";
    }
    return RUNTIME + "Arrays.list(in, " + count + ", " + reader() + ")";
  }

  private String readOne() {
    return sequence
        ? "in.sequence()"
        : primitive()
            .map(primitive -> "in." + primitive.method() + "()")
            .orElse(element() + ".TYPE.read(in)");
  }

  private String reader() {
    return primitive()
        .map(primitive -> RUNTIME + "MessageInput::" + primitive.method())
        .orElse(element() + ".TYPE::read");
  }

  /** Statement of the constructor that checks or copies the component, or an empty text. */
  String check(String message) {
    FieldType type = field.type();
    String copied =
        list() ? "    %s = java.util.List.copyOf(%s);\n".formatted(component, component) : "";
    return type.fixed()
        ? copied
            + "    %sArrays.requireLength(\"%s\", \"%s\", %s%s, %d);\n"
                .formatted(
                    RUNTIME,
                    message,
                    field.name(),
                    component,
                    javaArray() ? ".length" : ".size()",
                    type.count())
        : copied;
  }

  /** Expression that compares the component with that of {@code that}. */
  String equal() {
    if (javaArray()) {
      return "java.util.Arrays.equals(%s, that.%s)".formatted(component, component);
    }
    boolean plain = !field.type().array() && primitive().filter(Primitive::numeric).isPresent();
    return switch (plain ? element() : "") {
      case "float" -> "Float.compare(%s, that.%s) == 0".formatted(component, component);
      case "double" -> "Double.compare(%s, that.%s) == 0".formatted(component, component);
      case "" -> "%s.equals(that.%s)".formatted(component, component);
      default -> "%s == that.%s".formatted(component, component);
    };
  }

  /** Expression of the component's hash code. */
  String hash() {
    return javaArray()
        ? "java.util.Arrays.hashCode(" + component + ")"
        : "java.util.Objects.hashCode(" + component + ")";
  }

  /** Expression of the component's text. */
  String shown() {
    return javaArray() ? "java.util.Arrays.toString(" + component + ")" : component;
  }
}
