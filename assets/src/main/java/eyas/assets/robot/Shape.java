package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.util.List;

/** The form of a collider, in its own frame; lengths in metres. */
public sealed interface Shape {
  /** A ball about the origin. */
  record Sphere(double radius) implements Shape {}

  /** A box about the origin, by half its edges. */
  record Box(double halfX, double halfY, double halfZ) implements Shape {}

  /** A cylinder about the origin, along z, by half its length. */
  record Cylinder(double radius, double halfLength) implements Shape {}

  /** A cylinder with half balls at its ends, along z; half the length without them. */
  record Capsule(double radius, double halfLength) implements Shape {}

  /** The half space z <= 0. */
  record Plane() implements Shape {}

  /** The convex hull of points, which include the origin in their inside. */
  record Convex(List<Vec3> vertices) implements Shape {
    /** Copies the list. */
    public Convex {
      vertices = List.copyOf(vertices);
    }
  }
}
