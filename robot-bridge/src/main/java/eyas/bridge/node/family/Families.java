package eyas.bridge.node.family;

import eyas.assets.config.Suggestions;
import java.util.List;
import java.util.ServiceLoader;

/** The robot families on the class path. */
public final class Families {
  private Families() {}

  /**
   * Finds a family.
   *
   * @param name such as {@code quadrotor-mavros}
   * @throws FamilyException if there is none of that name, with a suggestion
   */
  public static RobotFamily named(String name) {
    List<RobotFamily> all =
        ServiceLoader.load(RobotFamily.class).stream().map(ServiceLoader.Provider::get).toList();
    List<String> names = all.stream().map(RobotFamily::name).sorted().toList();
    return all.stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new FamilyException(
                    "Parameter ~family is '%s', which is no robot family. %s"
                        .formatted(name, Suggestions.sentence(name, names))));
  }
}
