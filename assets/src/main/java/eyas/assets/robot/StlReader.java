package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** STL, text or binary. */
final class StlReader {
  private static final int HEADER = 84;
  private static final int FACE = 50;
  private static final int COUNT_AT = 80;

  private StlReader() {}

  static List<Triangle> read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length >= HEADER) {
      long count = buffer.getInt(COUNT_AT) & 0xffffffffL;
      if (bytes.length == HEADER + FACE * count) {
        return binary(buffer, (int) count);
      }
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("solid")) {
      throw new IllegalRobotException(
          "this is no STL: it neither begins with `solid` nor has the length that its number of"
              + " faces says.");
    }
    return text(text);
  }

  private static List<Triangle> binary(ByteBuffer buffer, int count) {
    List<Triangle> triangles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      buffer.position(HEADER + FACE * i + 12);
      triangles.add(new Triangle(corner(buffer), corner(buffer), corner(buffer)));
    }
    return triangles;
  }

  private static Vec3 corner(ByteBuffer buffer) {
    Vec3 v = new Vec3(buffer.getFloat(), buffer.getFloat(), buffer.getFloat());
    if (!v.isFinite()) {
      throw new IllegalRobotException("a corner is not finite.");
    }
    return v;
  }

  private static List<Triangle> text(String text) {
    List<Vec3> corners = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].strip().split("\\s+");
      if (words[0].equals("vertex")) {
        corners.add(ObjReader.corner(words, i + 1));
      }
    }
    if (corners.size() % 3 != 0) {
      throw new IllegalRobotException(
          "it has %d corners; three make a face.".formatted(corners.size()));
    }
    List<Triangle> triangles = new ArrayList<>();
    for (int i = 0; i < corners.size(); i += 3) {
      triangles.add(new Triangle(corners.get(i), corners.get(i + 1), corners.get(i + 2)));
    }
    return triangles;
  }
}
