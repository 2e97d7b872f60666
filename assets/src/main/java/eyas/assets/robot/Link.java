package eyas.assets.robot;

import eyas.assets.spatial.Inertia;
import java.util.List;

/**
 * A rigid part of a robot.
 *
 * @param name name, unique in the robot
 * @param inertia {@link Inertia#NONE} for a mere frame
 * @param colliders shapes, poses in the frame of the link
 */
public record Link(String name, Inertia inertia, List<Collider> colliders) {
  /** Copies the list. */
  public Link {
    colliders = List.copyOf(colliders);
  }
}
