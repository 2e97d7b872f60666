package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Wavefront OBJ: corners and faces; all else is passed over. */
final class ObjReader {
  private final List<Vec3> corners = new ArrayList<>();
  private final List<Triangle> triangles = new ArrayList<>();

  private ObjReader() {}

  static List<Triangle> read(String text) {
    ObjReader reader = new ObjReader();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].strip().split("\\s+");
      if (words[0].equals("v")) {
        reader.corners.add(corner(words, i + 1));
      } else if (words[0].equals("f")) {
        reader.face(words, i + 1);
      }
    }
    return reader.triangles;
  }

  /** Returns the three numbers after the first word of a line. */
  static Vec3 corner(String[] words, int line) {
    try {
      Vec3 v =
          new Vec3(
              Double.parseDouble(words[1]),
              Double.parseDouble(words[2]),
              Double.parseDouble(words[3]));
      if (v.isFinite()) {
        return v;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException odd) {
      throw new IllegalRobotException("line %d: a corner is three numbers.".formatted(line), odd);
    }
    throw new IllegalRobotException("line %d: a corner is not finite.".formatted(line));
  }

  // a polygon as a fan of triangles
  private void face(String[] words, int line) {
    for (int i = 2; i + 1 < words.length; i++) {
      triangles.add(new Triangle(at(words[1], line), at(words[i], line), at(words[i + 1], line)));
    }
  }

  // 1 is the first corner, -1 the latest; texture and normal follow behind slashes
  private Vec3 at(String word, int line) {
    try {
      int number = Integer.parseInt(word.split("/", 2)[0]);
      return corners.get(number < 0 ? corners.size() + number : number - 1);
    } catch (NumberFormatException | IndexOutOfBoundsException odd) {
      throw new IllegalRobotException(
          "line %d: a face names corner \"%s\", but there are %d so far."
              .formatted(line, XmlElement.quoted(word), corners.size()),
          odd);
    }
  }
}
