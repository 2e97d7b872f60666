package eyas.assets.scene;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigNode;
import eyas.assets.config.ConfigReader;
import eyas.assets.config.Suggestions;
import eyas.assets.robot.Collider;
import eyas.assets.robot.IllegalRobotException;
import eyas.assets.robot.RobotModel;
import eyas.assets.robot.UrdfReader;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads scenes from YAML. Keys: {@code time-step} [s], {@code steps} and, optional, {@code gravity}
 * [m/s²], {@code robots}, {@code bodies}, {@code fixtures}. {@code eyas/assets/scenes/stack.yaml}
 * is a short example. A scene whose bodies start in one another is refused with the names of both.
 */
public final class SceneReader {
  private static final String FOLDER = "eyas/assets/scenes";

  private final Config config;
  private final Optional<Path> folder;
  private final Map<String, SceneColour> colours = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  private SceneReader(Config config, Optional<Path> folder) {
    this.config = config;
    this.folder = folder;
  }

  /** Names of the scenes that come with Eyas. */
  public static List<String> names() {
    return ConfigReader.names(FOLDER);
  }

  /** Reads a scene that comes with Eyas; an unknown name is answered with the nearest one. */
  public static LoadedScene named(String name) {
    if (!names().contains(name)) {
      throw new SceneException(
          "There is no scene `%s`. %s".formatted(name, Suggestions.sentence(name, names())));
    }
    Config config = ConfigReader.resource(FOLDER + "/" + name + ".yaml");
    return new SceneReader(config, Optional.empty()).read(name);
  }

  /** Reads a file; robots' paths are counted from its folder. */
  public static LoadedScene file(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName()).replaceFirst("\\.ya?ml$", "");
    return new SceneReader(ConfigReader.file(file), Optional.ofNullable(absolute.getParent()))
        .read(name);
  }

  /**
   * Reads a configuration.
   *
   * @param config the scene
   * @param name name of the scene
   */
  public static LoadedScene of(Config config, String name) {
    return new SceneReader(config, Optional.empty()).read(name);
  }

  private LoadedScene read(String name) {
    SceneSheet sheet = config.bind(SceneSheet.class);
    Scene scene =
        new Scene(
            name,
            sheet.gravity().orElse(9.81),
            sheet.timeStep(),
            sheet.steps(),
            robots(sheet.robots().orElse(List.of())),
            bodies(sheet.bodies().orElse(List.of())),
            fixtures(sheet.fixtures().orElse(List.of())));
    if (scene.robots().isEmpty() && scene.bodies().isEmpty()) {
      throw new SceneException(
          config.source() + ": nothing in the scene can move. Add `robots` or `bodies`.");
    }
    new StartCheck(scene).overlap().ifPresent(pair -> refuseStart(sheet, pair));
    return new LoadedScene(scene, colours);
  }

  private void refuseStart(SceneSheet sheet, StartCheck.Overlap pair) {
    String where = config.source();
    List<SceneSheet.BodySheet> bodies = sheet.bodies().orElse(List.of());
    for (int i = 0; i < bodies.size(); i++) {
      if (bodies.get(i).name().equals(pair.second()) || bodies.get(i).name().equals(pair.first())) {
        where = origin("bodies", i);
      }
    }
    throw new SceneException(
        "%s: at the start `%s` and `%s` are in one another by more than %s mm. Move them apart."
            .formatted(where, pair.first(), pair.second(), 1e3 * StartCheck.ALLOWED));
  }

  private List<SceneRobot> robots(List<SceneSheet.RobotSheet> sheets) {
    List<SceneRobot> robots = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      SceneSheet.RobotSheet sheet = sheets.get(i);
      String at = origin("robots", i);
      requireNew(sheet.name(), at);
      RobotModel model = model(sheet.model(), at);
      List<Actuator> actuators =
          new ActuatorReader(at, model, sheet.base())
              .actuators(sheet.actuators().orElse(List.of()));
      robots.add(
          new SceneRobot(
              sheet.name(),
              model,
              sheet.base(),
              pose(at, sheet.position(), sheet.rpy()),
              actuators,
              apart(at, model, sheet.apart().orElse(List.of()))));
    }
    return robots;
  }

  private RobotModel model(String model, String at) {
    try {
      if (!model.endsWith(".urdf")) {
        return UrdfReader.named(model);
      }
      return UrdfReader.file(folder.orElse(Path.of("")).resolve(model));
    } catch (IllegalRobotException refusal) {
      throw new SceneException(at + ": `model`: " + refusal.getMessage());
    }
  }

  private static List<SceneRobot.LinkPair> apart(
      String at, RobotModel model, List<List<String>> groups) {
    List<String> links = model.links().stream().map(link -> link.name()).toList();
    List<SceneRobot.LinkPair> pairs = new ArrayList<>();
    for (List<String> group : groups) {
      for (int i = 0; i < group.size(); i++) {
        String link = group.get(i);
        if (!links.contains(link)) {
          throw new SceneException(
              "%s: `apart` names link `%s`, which robot `%s` does not have. %s"
                  .formatted(at, link, model.name(), Suggestions.sentence(link, links)));
        }
        for (int j = 0; j < i; j++) {
          pairs.add(new SceneRobot.LinkPair(group.get(j), link));
        }
      }
    }
    return pairs;
  }

  private List<SceneBody> bodies(List<SceneSheet.BodySheet> sheets) {
    List<SceneBody> bodies = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      SceneSheet.BodySheet sheet = sheets.get(i);
      String at = origin("bodies", i);
      requireNew(sheet.name(), at);
      SolidShape solid = SolidShape.of(sheet.shape(), at);
      double mass = sheet.mass().orElseGet(() -> sheet.density().orElseThrow() * solid.volume(at));
      Collider collider =
          new Collider(sheet.name(), solid.shape(), Pose.IDENTITY, sheet.friction());
      sheet.colour().ifPresent(colour -> colours.put(sheet.name(), colour));
      bodies.add(
          new SceneBody(
              sheet.name(),
              solid.inertia(mass, at),
              List.of(collider),
              pose(at, Optional.of(sheet.position()), sheet.rpy())));
    }
    return bodies;
  }

  private List<Collider> fixtures(List<SceneSheet.FixtureSheet> sheets) {
    List<Collider> fixtures = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      SceneSheet.FixtureSheet sheet = sheets.get(i);
      String at = origin("fixtures", i);
      requireNew(sheet.name(), at);
      sheet.colour().ifPresent(colour -> colours.put(sheet.name(), colour));
      fixtures.add(
          new Collider(
              sheet.name(),
              SolidShape.of(sheet.shape(), at).shape(),
              pose(at, sheet.position(), sheet.rpy()),
              sheet.friction()));
    }
    return fixtures;
  }

  private void requireNew(String name, String at) {
    if (!names.add(name)) {
      throw new SceneException(
          "%s: `%s` is the name of something else in the scene; names differ.".formatted(at, name));
    }
  }

  private static Pose pose(String at, Optional<List<Double>> position, Optional<List<Double>> rpy) {
    Vec3 angles = vector(at, "rpy", rpy.orElse(List.of(0.0, 0.0, 0.0)));
    return new Pose(
        vector(at, "position", position.orElse(List.of(0.0, 0.0, 0.0))),
        Quaternion.fromRollPitchYaw(angles.x(), angles.y(), angles.z()));
  }

  private static Vec3 vector(String at, String key, List<Double> parts) {
    if (parts.size() != 3) {
      throw new SceneException(
          "%s: `%s` is %s, but must be three numbers.".formatted(at, key, parts));
    }
    return new Vec3(parts.get(0), parts.get(1), parts.get(2));
  }

  // file, line and column of an entry of a list
  private String origin(String key, int index) {
    return config.root().entries().get(key) instanceof ConfigNode.Sequence list
        ? list.items().get(index).origin()
        : config.source();
  }
}
