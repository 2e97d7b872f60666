package eyas.assets.robot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tetrahedron with edges of 1 along the axes as STL. */
final class MeshSamples {
  private static final float[][] CORNERS = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private static final int[][] FACES = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};

  private MeshSamples() {}

  static String textStl() {
    StringBuilder text = new StringBuilder("solid tetra\n");
    for (int[] face : FACES) {
      text.append("facet normal 0 0 0\n outer loop\n");
      for (int corner : face) {
        float[] c = CORNERS[corner];
        text.append("  vertex %s %s %s%n".formatted(c[0], c[1], c[2]));
      }
      text.append(" endloop\nendfacet\n");
    }
    return text.append("endsolid tetra\n").toString();
  }

  static byte[] binaryStl() {
    ByteBuffer buffer = ByteBuffer.allocate(84 + 50 * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(80).putInt(4);
    for (int[] face : FACES) {
      buffer.putFloat(0).putFloat(0).putFloat(0);
      for (int corner : face) {
        for (float part : CORNERS[corner]) {
          buffer.putFloat(part);
        }
      }
      buffer.putShort((short) 0);
    }
    return buffer.array();
  }
}
