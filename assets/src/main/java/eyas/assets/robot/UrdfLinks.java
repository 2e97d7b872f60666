package eyas.assets.robot;

import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code <link>}. */
final class UrdfLinks {
  private static final List<String> PARTS =
      List.of("inertial", "collision", "visual", "sensor", "contact", "self_collision_checking");

  private final MeshFiles meshes;
  private final Set<String> colliders = new HashSet<>();

  /** A link and where it was written. */
  record Read(XmlElement element, Link link) {}

  UrdfLinks(MeshFiles meshes) {
    this.meshes = meshes;
  }

  Read link(XmlElement element) {
    String name = element.identifier("name");
    element.requireOnly(PARTS);
    Inertia inertia = element.child("inertial").map(UrdfLinks::inertia).orElse(Inertia.NONE);
    List<Collider> shapes = new ArrayList<>();
    for (XmlElement collision : element.all("collision")) {
      shapes.add(collider(collision, name, shapes.size()));
    }
    return new Read(element, new Link(name, inertia, shapes));
  }

  private Collider collider(XmlElement element, String link, int index) {
    element.requireOnly(List.of("origin", "geometry", "verbose"));
    String name =
        element.text("name").isPresent()
            ? element.identifier("name")
            : index == 0 ? link : link + ":" + (index + 1);
    if (!colliders.add(name)) {
      throw element.refused("there is another collider `%s`; names differ.".formatted(name));
    }
    double friction = element.notNegative("friction", UrdfReader.DEFAULT_FRICTION);
    XmlElement geometry = element.required("geometry");
    UrdfShape shape = UrdfShape.of(geometry, meshes);
    Pose pose = element.origin().times(Pose.at(shape.x(), shape.y(), shape.z()));
    return new Collider(name, shape.shape(), pose, friction);
  }

  // moments about the centre of mass in the axes of the inertial frame, then in those of the link
  private static Inertia inertia(XmlElement inertial) {
    inertial.requireOnly(List.of("origin", "mass", "inertia"));
    double mass = inertial.required("mass").positive("value");
    XmlElement e = inertial.required("inertia");
    Inertia own =
        new Inertia(
            mass,
            Vec3.ZERO,
            e.number("ixx"),
            e.number("ixy", 0),
            e.number("ixz", 0),
            e.number("iyy"),
            e.number("iyz", 0),
            e.number("izz"));
    double[] principal = PrincipalMoments.of(own);
    String found = "%.6g, %.6g, %.6g".formatted(principal[0], principal[1], principal[2]);
    if (!(principal[0] > 0)) {
      throw e.refused("the principal moments are " + found + " kg m²; all must be greater than 0.");
    }
    if (!(principal[2] <= (principal[0] + principal[1]) * (1 + 1e-3))) {
      throw e.refused(
          "the principal moments are %s kg m²; no body has one above the sum of the other two."
              .formatted(found));
    }
    return own.in(inertial.origin());
  }
}
