package eyas.assets.robot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads robots from URDF: links with inertias and collision spheres, boxes, cylinders, capsules and
 * convex meshes; fixed, revolute, continuous and prismatic joints with limits, damping and
 * friction. What only pictures need is passed over.
 *
 * <p>Beyond URDF: {@code <capsule radius length/>} (the length without its ends), an attribute
 * {@code friction} of {@code <collision>} (Coulomb coefficient, {@value #DEFAULT_FRICTION} if
 * absent) and an attribute {@code armature} of {@code <dynamics>} (inertia of the drive at the
 * joint [kg m² or kg], 0 if absent). Other programs ignore these attributes.
 *
 * <p>A floating joint is allowed between an empty root and the only link beneath it: that link
 * becomes the root, and the scene says {@code base: floating}. Each refusal is an {@link
 * IllegalRobotException} that names file, line and element.
 */
public final class UrdfReader {
  /** Friction coefficient of colliders that state none; that of Bullet. */
  public static final double DEFAULT_FRICTION = 0.5;

  /** Size of the largest file that is read [bytes]. */
  public static final long LARGEST_FILE = 16L << 20;

  private static final String FOLDER = "eyas/assets/robots/";
  private static final List<String> PARTS =
      List.of("link", "joint", "material", "transmission", "gazebo");

  private UrdfReader() {}

  /** Reads a file; meshes are looked for beside it. */
  public static RobotModel file(Path file) {
    byte[] bytes = RobotFiles.read(file, "URDF", LARGEST_FILE);
    return text(
        RobotFiles.text(bytes, file.toString()),
        file.toString(),
        Optional.of(file.toAbsolutePath().normalize().getParent()));
  }

  /** Reads one of Eyas' own robots, such as {@code allegro-hand}. */
  public static RobotModel named(String name) {
    String path = FOLDER + name + ".urdf";
    try (InputStream stream = UrdfReader.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalRobotException(
            "Eyas has no robot `%s`. It has %s; for a robot of your own give the path of its .urdf."
                .formatted(XmlElement.quoted(name), NamedRobots.names()));
      }
      return text(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8), path, Optional.empty());
    } catch (IOException failure) {
      throw new IllegalRobotException(path + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  /**
   * Reads URDF from text.
   *
   * @param urdf the text
   * @param source name of the text in messages
   * @param folder where meshes are looked for; without it they are refused
   */
  public static RobotModel text(String urdf, String source, Optional<Path> folder) {
    XmlElement robot = XmlReader.read(urdf, source);
    if (!robot.name().equals("robot")) {
      throw robot.refused("a URDF file begins with <robot name=\"…\">.");
    }
    robot.requireOnly(PARTS);
    String name = robot.identifier("name");
    UrdfLinks reader = new UrdfLinks(new MeshFiles(folder));
    Map<String, UrdfLinks.Read> links = new LinkedHashMap<>();
    for (XmlElement element : robot.all("link")) {
      UrdfLinks.Read link = reader.link(element);
      if (links.put(link.link().name(), link) != null) {
        throw element.refused(
            "there is another link `%s`; names differ.".formatted(link.link().name()));
      }
    }
    List<UrdfJoint> joints = robot.all("joint").stream().map(UrdfJoint::of).toList();
    return new UrdfTree(robot, name, links, joints).model();
  }
}
