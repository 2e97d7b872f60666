package eyas.assets.robot;

import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.assets.config.Suggestions;
import java.util.List;

/** Real quadrotors with published parameters, from {@code eyas/assets/robots/NAME.yaml}. */
public final class NamedQuadrotors {
  private static final String FOLDER = "eyas/assets/robots";

  private NamedQuadrotors() {}

  /** Names in alphabetical order. */
  public static List<String> names() {
    return ConfigReader.names(FOLDER);
  }

  /** The parameters of a named quadrotor; an unknown name is answered with the nearest one. */
  public static QuadrotorParameters get(String name) {
    return sheet(name).parameters(name);
  }

  /** All named quadrotors. */
  public static List<QuadrotorParameters> all() {
    return names().stream().map(NamedQuadrotors::get).toList();
  }

  /** The sheet of a named quadrotor, every number with its source. */
  public static QuadrotorSheet sheet(String name) {
    if (!names().contains(name)) {
      throw new ConfigException(
          "There is no quadrotor `" + name + "`. " + Suggestions.sentence(name, names()));
    }
    return ConfigReader.resource(FOLDER + "/" + name + ".yaml").bind(QuadrotorSheet.class);
  }
}
