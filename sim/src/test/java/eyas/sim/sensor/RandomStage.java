package eyas.sim.sensor;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes of all shapes in random places before a random camera, with what a reference knows. */
final class RandomStage {
  static final Appearance APPEARANCE = Appearance.PLAIN.with(new ArenaWall(Vec3.ZERO, 4, 2.5));
  static final int BODIES = 12;

  private static final Collider BEAM =
      new Collider(
          "beam",
          new Shape.Box(0.1, 2, 0.1),
          new Pose(new Vec3(1.8, 0.3, 0.6), Quaternion.fromRollPitchYaw(0.4, 0.2, 0.9)),
          1);

  private RandomStage() {}

  /** Returns a scene: bodies of each shape, a floor, a beam. */
  static SceneLayout layout(long seed) {
    return Stages.of(List.of(Stages.FLOOR, BEAM), shapes(seed).toArray(new Shape[0]));
  }

  private static List<Shape> shapes(long seed) {
    Random random = new Random(seed);
    List<Shape> shapes = new ArrayList<>();
    for (int b = 0; b < BODIES; b++) {
      double r = 0.1 + 0.25 * random.nextDouble();
      double h = 0.1 + 0.4 * random.nextDouble();
      shapes.add(
          switch (b % 5) {
            case 0 -> new Shape.Sphere(r);
            case 1 -> new Shape.Box(r, h, 0.1 + 0.3 * random.nextDouble());
            case 2 -> new Shape.Cylinder(r, h);
            case 3 -> new Shape.Capsule(r, h);
            default -> new Shape.Convex(vertices(planes(seed, b)));
          });
    }
    return shapes;
  }

  /** Returns the planes of a convex body: unit normal and distance from the origin. */
  static double[][] planes(long seed, int body) {
    Random random = new Random(1000 * seed + body);
    double[][] planes = new double[14][];
    for (int i = 0; i < planes.length; i++) {
      // six faces of a box keep it closed, the others cut its corners
      Vec3 n = i < 6 ? axis(i) : direction(random);
      planes[i] = new double[] {n.x(), n.y(), n.z(), 0.2 + 0.2 * random.nextDouble()};
    }
    return planes;
  }

  private static Vec3 axis(int i) {
    double s = i % 2 == 0 ? 1 : -1;
    return new Vec3(i / 2 == 0 ? s : 0, i / 2 == 1 ? s : 0, i / 2 == 2 ? s : 0);
  }

  // the corners: where three planes meet inside all others
  private static List<Vec3> vertices(double[][] planes) {
    List<Vec3> corners = new ArrayList<>();
    for (int i = 0; i < planes.length; i++) {
      for (int j = i + 1; j < planes.length; j++) {
        for (int k = j + 1; k < planes.length; k++) {
          corner(planes[i], planes[j], planes[k], planes, corners);
        }
      }
    }
    return corners;
  }

  private static void corner(
      double[] a, double[] b, double[] c, double[][] planes, List<Vec3> corners) {
    Vec3 bc = normal(b).cross(normal(c));
    double volume = normal(a).dot(bc);
    if (Math.abs(volume) < 1e-6) {
      return;
    }
    Vec3 sum =
        bc.times(a[3])
            .plus(normal(c).cross(normal(a)).times(b[3]))
            .plus(normal(a).cross(normal(b)).times(c[3]));
    Vec3 p = sum.times(1 / volume);
    for (double[] plane : planes) {
      if (normal(plane).dot(p) > plane[3] + 1e-9) {
        return;
      }
    }
    corners.add(p);
  }

  private static Vec3 normal(double[] plane) {
    return new Vec3(plane[0], plane[1], plane[2]);
  }

  private static Vec3 direction(Random random) {
    Vec3 v = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    return v.times(1 / v.norm());
  }

  /** Returns poses of an environment's bodies. */
  static Pose[] poses(long seed, int environment) {
    Random random = new Random(77 * seed + environment);
    Pose[] poses = new Pose[BODIES];
    for (int b = 0; b < BODIES; b++) {
      Vec3 p =
          new Vec3(
              -2 + 4.5 * random.nextDouble(),
              -2 + 4 * random.nextDouble(),
              0.1 + 1.2 * random.nextDouble());
      poses[b] = new Pose(p, Quaternion.about(direction(random), 6 * random.nextDouble()));
    }
    return poses;
  }

  static float[] state(SceneLayout layout, long seed, int environment) {
    return Stages.state(layout, poses(seed, environment));
  }

  /** Returns a camera that looks over the bodies. */
  static Camera camera(int width, int height) {
    Quaternion turned = Quaternion.fromRollPitchYaw(0.1, 0.25, 0.15);
    return Stages.camera(new Pose(new Vec3(-2.4, -0.3, 1.2), turned), width, height);
  }
}
