package eyas.assets.robot;

import eyas.assets.spatial.Pose;

/**
 * A shape that is fixed to a body.
 *
 * @param name name, unique in its model
 * @param shape form
 * @param pose in the frame of the body
 * @param friction Coulomb coefficient; two colliders rub with the root of the product of theirs
 */
public record Collider(String name, Shape shape, Pose pose, double friction) {
  /** Returns the same collider in the parent of its frame. */
  public Collider in(Pose parent) {
    return new Collider(name, shape, parent.times(pose), friction);
  }
}
