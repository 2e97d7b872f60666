package eyas.sim.sensor;

import eyas.assets.robot.Collider;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The things that a camera tells apart: the scene's solids in their order, then its fixtures, then
 * the arena's wall if there is one. Ids count from 1; 0 is nothing.
 *
 * @param names names in the order of the ids
 */
public record Instances(List<String> names) {
  /** Name of the arena's wall. */
  public static final String WALL = "wall";

  private static final int MOST = 65_000;

  /** Copies the list. */
  public Instances {
    names = List.copyOf(names);
    SensorException.require(
        names.size() <= MOST, "A camera sees %d instances; at most %d.", names.size(), MOST);
  }

  /** Returns the instances of a scene. */
  public static Instances of(SceneLayout layout, Appearance appearance) {
    List<String> names = new ArrayList<>();
    layout.solids().forEach(solid -> names.add(solid.name()));
    layout.scene().fixtures().stream().map(Collider::name).forEach(names::add);
    appearance.wall().ifPresent(wall -> names.add(WALL));
    return new Instances(names);
  }

  /** Returns the number of instances. */
  public int count() {
    return names.size();
  }

  /**
   * Returns the id of an instance by its name; a free body has its own, a robot's is robot/link.
   */
  public int id(String name) {
    // the root of a planar base has the name of the link that it carries, and no shape
    int index = names.lastIndexOf(name);
    SensorException.require(
        index >= 0, "A camera sees no instance `%s`; there are %s.", name, names);
    return index + 1;
  }
}
