package eyas.assets.robot;

import java.util.List;

/** Robots that come with Eyas, each a URDF with the sources of its numbers. */
public final class NamedRobots {
  private NamedRobots() {}

  /** Names in alphabetical order, see {@link UrdfReader#named}. */
  public static List<String> names() {
    return List.of("allegro-hand", "leap-hand", "turtlebot3-burger");
  }
}
