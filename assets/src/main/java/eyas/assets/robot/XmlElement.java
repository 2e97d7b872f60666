package eyas.assets.robot;

import eyas.assets.config.Suggestions;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An element of a file, which knows where it was written. */
record XmlElement(
    String source,
    int line,
    String name,
    Map<String, String> attributes,
    List<XmlElement> children) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})([eE][-+]?[0-9]{1,3})?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:/+ -]{1,128}");
  private static final double LARGEST = 1e9;
  private static final int QUOTED = 60;

  /** Returns a refusal that begins with file, line and element. */
  IllegalRobotException refused(String sentence) {
    return new IllegalRobotException("%s:%d: <%s>: %s".formatted(source, line, name, sentence));
  }

  List<XmlElement> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  Optional<XmlElement> child(String childName) {
    List<XmlElement> found = all(childName);
    if (found.size() > 1) {
      throw found.get(1).refused("there may be one in <%s>, but this is another.".formatted(name));
    }
    return found.stream().findFirst();
  }

  XmlElement required(String childName) {
    return child(childName)
        .orElseThrow(() -> refused("it needs a <%s> in it.".formatted(childName)));
  }

  /** Refuses children that nobody reads. */
  void requireOnly(Collection<String> allowed) {
    for (XmlElement child : children) {
      if (!allowed.contains(child.name)) {
        throw child.refused(
            "<%s> has no such element. %s"
                .formatted(name, Suggestions.sentence(child.name, allowed)));
      }
    }
  }

  Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).map(String::strip);
  }

  String requiredText(String attribute) {
    return text(attribute)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> refused("the attribute `%s` is missing.".formatted(attribute)));
  }

  /** A name that messages, files and networks can carry. */
  String identifier(String attribute) {
    String value = requiredText(attribute);
    if (!NAME.matcher(value).matches()) {
      throw refused(
          "`%s` is \"%s\"; a name has 1 to 128 letters, digits, blanks or any of _ - . : / +."
              .formatted(attribute, quoted(value)));
    }
    return value;
  }

  double number(String attribute) {
    return parsed(attribute, requiredText(attribute));
  }

  double number(String attribute, double otherwise) {
    return text(attribute).map(value -> parsed(attribute, value)).orElse(otherwise);
  }

  double positive(String attribute) {
    double value = number(attribute);
    if (!(value > 0)) {
      throw refused("`%s` is %s, but must be greater than 0.".formatted(attribute, value));
    }
    return value;
  }

  double notNegative(String attribute, double otherwise) {
    double value = number(attribute, otherwise);
    if (!(value >= 0)) {
      throw refused("`%s` is %s, but must be 0 or greater.".formatted(attribute, value));
    }
    return value;
  }

  Vec3 vector(String attribute, Vec3 otherwise) {
    return text(attribute).map(value -> vector(attribute, value)).orElse(otherwise);
  }

  private Vec3 vector(String attribute, String value) {
    double[] parts =
        Arrays.stream(value.split("\\s+", 5)).mapToDouble(v -> parsed(attribute, v)).toArray();
    if (parts.length != 3) {
      throw refused(
          "`%s` is \"%s\", but must be three numbers.".formatted(attribute, quoted(value)));
    }
    return new Vec3(parts[0], parts[1], parts[2]);
  }

  /** The pose of {@code <origin xyz rpy>} in this element, or the identity [m, rad]. */
  Pose origin() {
    return child("origin").map(XmlElement::pose).orElse(Pose.IDENTITY);
  }

  private Pose pose() {
    Vec3 rpy = vector("rpy", Vec3.ZERO);
    Quaternion turn = Quaternion.fromRollPitchYaw(rpy.x(), rpy.y(), rpy.z());
    return new Pose(vector("xyz", Vec3.ZERO), turn.normalized());
  }

  private double parsed(String attribute, String value) {
    double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (!(Math.abs(number) <= LARGEST)) {
      throw refused(
          "`%s` has \"%s\" where a number between -1e9 and 1e9 must stand."
              .formatted(attribute, quoted(value)));
    }
    return number;
  }

  static String quoted(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= QUOTED ? plain : plain.substring(0, QUOTED) + "…";
  }
}
