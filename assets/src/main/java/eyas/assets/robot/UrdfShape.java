package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.util.List;

/** A shape and where its middle lies in the frame that it was given in [m]. */
record UrdfShape(Shape shape, double x, double y, double z) {
  private static final List<String> KINDS = List.of("sphere", "box", "cylinder", "capsule", "mesh");

  /** Reads {@code <geometry>}. */
  static UrdfShape of(XmlElement geometry, MeshFiles meshes) {
    geometry.requireOnly(KINDS);
    if (geometry.children().size() != 1) {
      throw geometry.refused("it must hold one of %s.".formatted(KINDS));
    }
    XmlElement e = geometry.children().get(0);
    return switch (e.name()) {
      case "sphere" -> centred(new Shape.Sphere(e.positive("radius")));
      case "box" -> centred(box(e));
      case "cylinder" ->
          centred(new Shape.Cylinder(e.positive("radius"), e.positive("length") / 2));
      case "capsule" -> centred(new Shape.Capsule(e.positive("radius"), e.positive("length") / 2));
      default -> meshes.shape(e);
    };
  }

  private static UrdfShape centred(Shape shape) {
    return new UrdfShape(shape, 0, 0, 0);
  }

  private static Shape box(XmlElement e) {
    e.requiredText("size");
    Vec3 size = e.vector("size", Vec3.ZERO);
    if (!(size.x() > 0 && size.y() > 0 && size.z() > 0)) {
      throw e.refused("`size` is three full edges, each greater than 0 [m].");
    }
    return new Shape.Box(size.x() / 2, size.y() / 2, size.z() / 2);
  }
}
