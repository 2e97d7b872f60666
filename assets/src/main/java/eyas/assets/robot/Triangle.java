package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.util.List;

/** A face of a mesh [m]. */
record Triangle(Vec3 a, Vec3 b, Vec3 c) {
  Triangle scaled(Vec3 s) {
    return new Triangle(scaled(a, s), scaled(b, s), scaled(c, s));
  }

  private static Vec3 scaled(Vec3 v, Vec3 s) {
    return new Vec3(v.x() * s.x(), v.y() * s.y(), v.z() * s.z());
  }

  List<Vec3> corners() {
    return List.of(a, b, c);
  }
}
