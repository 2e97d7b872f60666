package eyas.assets.scene;

import eyas.assets.robot.Collider;
import java.util.List;

/**
 * What is simulated together. The world is ENU; gravity pulls along -z.
 *
 * @param name name in messages
 * @param gravity [m/s²]
 * @param timeStep time between contact detections [s]
 * @param steps time steps a control period
 * @param robots articulated robots
 * @param bodies free bodies
 * @param fixtures what never moves, poses in the world
 */
public record Scene(
    String name,
    double gravity,
    double timeStep,
    int steps,
    List<SceneRobot> robots,
    List<SceneBody> bodies,
    List<Collider> fixtures) {
  /** Copies the lists. */
  public Scene {
    robots = List.copyOf(robots);
    bodies = List.copyOf(bodies);
    fixtures = List.copyOf(fixtures);
  }

  /** Returns the time between commands [s]. */
  public double controlPeriod() {
    return timeStep * steps;
  }
}
