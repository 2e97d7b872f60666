package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds and reads the meshes of a URDF. {@code package://NAME/REST} is looked for as {@code
 * NAME/REST} and as {@code REST} in the URDF's folder and in those above it.
 */
record MeshFiles(Optional<Path> folder) {
  private static final String PACKAGE = "package://";
  private static final String FILE = "file://";

  /** Reads {@code <mesh filename scale>}. */
  UrdfShape shape(XmlElement element) {
    String name = element.requiredText("filename");
    Vec3 scale = element.vector("scale", new Vec3(1, 1, 1));
    if (scale.x() == 0 || scale.y() == 0 || scale.z() == 0) {
      throw element.refused("`scale` has a 0; all three factors must differ from 0.");
    }
    Path file = find(element, name);
    try {
      List<Triangle> triangles =
          parse(file).stream().map(triangle -> triangle.scaled(scale)).toList();
      return ConvexMesh.of(triangles);
    } catch (IllegalRobotException refusal) {
      throw new IllegalRobotException(
          element.refused("mesh %s: %s".formatted(file, refusal.getMessage())).getMessage(),
          refusal);
    }
  }

  private static List<Triangle> parse(Path file) {
    String lower = file.toString().toLowerCase(Locale.ROOT);
    if (lower.endsWith(".stl")) {
      return StlReader.read(RobotFiles.read(file, "mesh", UrdfReader.LARGEST_FILE));
    }
    if (lower.endsWith(".obj")) {
      byte[] bytes = RobotFiles.read(file, "mesh", UrdfReader.LARGEST_FILE);
      return ObjReader.read(RobotFiles.text(bytes, file.toString()));
    }
    throw new IllegalRobotException(
        "files of this kind are not read. Allowed are .stl (text and binary) and .obj;"
            + " convert the mesh.");
  }

  private Path find(XmlElement element, String name) {
    if (folder.isEmpty()) {
      throw element.refused("a mesh needs a folder; read the robot from a file.");
    }
    try {
      for (Path candidate : candidates(folder.get(), name)) {
        if (Files.isRegularFile(candidate)) {
          return candidate;
        }
      }
    } catch (InvalidPathException odd) {
      throw element.refused("`filename` is no path: %s.".formatted(odd.getReason()));
    }
    throw element.refused(
        "the mesh \"%s\" does not exist; it was looked for from %s on. Check `filename`."
            .formatted(XmlElement.quoted(name), folder.get()));
  }

  private static List<Path> candidates(Path folder, String name) {
    if (!name.startsWith(PACKAGE)) {
      return List.of(folder.resolve(name.startsWith(FILE) ? name.substring(FILE.length()) : name));
    }
    String path = name.substring(PACKAGE.length());
    String rest = path.substring(path.indexOf('/') + 1);
    List<Path> found = new java.util.ArrayList<>();
    for (Path place = folder; place != null; place = place.getParent()) {
      found.add(place.resolve(path));
      found.add(place.resolve(rest));
    }
    return found;
  }
}
