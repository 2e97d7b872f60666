package eyas.sim.sensor;

import java.util.Map;
import java.util.Optional;

/**
 * What cameras see beyond the scene's shapes.
 *
 * @param colours of instances by their names; others get one of a palette
 * @param colourRange greatest difference of each part of a colour in an episode, uniform, drawn
 *     anew at each start
 * @param wall a round wall about the arena
 * @param checker edge of the squares on planes, 0 for none [m]
 * @param shadows whether the sun casts shadows, which takes many more rays
 */
public record Appearance(
    Map<String, Colour> colours,
    double colourRange,
    Optional<ArenaWall> wall,
    double checker,
    boolean shadows) {
  /** Palette colours, no wall, no checker, no shadows. */
  public static final Appearance PLAIN = new Appearance(Map.of(), 0, Optional.empty(), 0, false);

  /** Copies the map and checks the numbers. */
  public Appearance {
    colours = Map.copyOf(colours);
    SensorException.require(
        colourRange >= 0 && colourRange <= 1,
        "Colours differ by up to %s; give 0 to 1.",
        colourRange);
    SensorException.require(
        checker >= 0 && Double.isFinite(checker),
        "A ground has squares of %s m; give 0 or more.",
        checker);
  }

  /** Returns this appearance with a wall. */
  public Appearance with(ArenaWall other) {
    return new Appearance(colours, colourRange, Optional.of(other), checker, shadows);
  }

  /** Returns this appearance with other colours. */
  public Appearance with(Map<String, Colour> others) {
    return new Appearance(others, colourRange, wall, checker, shadows);
  }

  /** Returns this appearance with colours that differ between episodes. */
  public Appearance withColourRange(double range) {
    return new Appearance(colours, range, wall, checker, shadows);
  }

  /**
   * Returns this appearance with squares on the ground [m], shadows, and a wall so low that one can
   * look over it: for people.
   */
  public Appearance forPeople(double edge) {
    return new Appearance(colours, colourRange, wall.map(ArenaWall::low), edge, true);
  }
}
