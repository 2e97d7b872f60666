package eyas.assets.scene;

import eyas.assets.robot.Collider;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import java.util.List;

/**
 * A free rigid body.
 *
 * @param name name, unique in the scene
 * @param inertia in the frame of the body
 * @param colliders shapes, poses in the frame of the body
 * @param start pose in the world at the start
 */
public record SceneBody(String name, Inertia inertia, List<Collider> colliders, Pose start) {
  /** Copies the list. */
  public SceneBody {
    colliders = List.copyOf(colliders);
  }
}
