package eyas.sim.sensor;

import eyas.assets.robot.Collider;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.opencl.scene.ConstantTables;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** All shapes that the cameras of a scene see, and their tables for the kernels. */
record Primitives(List<Primitive> all) {
  Primitives {
    all = List.copyOf(all);
  }

  static Primitives of(SceneLayout layout, Appearance appearance) {
    List<Primitive> all = new ArrayList<>();
    List<SceneLayout.Solid> solids = layout.solids();
    for (int s = 0; s < solids.size(); s++) {
      for (Collider collider : colliders(layout, solids.get(s))) {
        all.add(Primitive.of(collider.shape(), s, s, collider.pose()));
      }
    }
    int instance = solids.size();
    for (Collider fixture : layout.scene().fixtures()) {
      all.add(Primitive.of(fixture.shape(), Primitive.WORLD, instance++, fixture.pose()));
    }
    if (appearance.wall().isPresent()) {
      all.add(Primitive.of(appearance.wall().get(), instance));
    }
    SensorException.require(
        !all.isEmpty(), "Scene `%s` has no shape that a camera could see.", layout.scene().name());
    return new Primitives(all);
  }

  private static List<Collider> colliders(SceneLayout layout, SceneLayout.Solid solid) {
    if (solid.robot() < 0) {
      return layout.scene().bodies().get(solid.body()).colliders();
    }
    KinematicTree tree = layout.tree(solid.robot());
    return solid.body() == KinematicTree.ROOT
        ? tree.root().colliders()
        : tree.bodies().get(solid.body()).body().colliders();
  }

  ConstantTables tables() {
    List<HalfSpace> faces = all.stream().flatMap(p -> p.faces().stream()).toList();
    int[] first = new int[all.size()];
    for (int i = 1; i < first.length; i++) {
      first[i] = first[i - 1] + all.get(i - 1).faces().size();
    }
    return new ConstantTables("shapes that cameras see")
        .ints("CAMERA_KIND", ints(Primitive::kind))
        .ints("CAMERA_OWNER", ints(Primitive::owner))
        .ints("CAMERA_INSTANCE", ints(Primitive::instance))
        .ints("CAMERA_FIRST_FACE", first)
        .ints("CAMERA_FACES", ints(p -> p.faces().size()))
        .reals("CAMERA_POSE", reals(p -> numbers(p.pose())))
        .reals("CAMERA_SIZE", reals(p -> p.size().toArray()))
        .reals("CAMERA_BOX", reals(p -> join(p.middle(), p.half())))
        .reals("CAMERA_FACE", faces.stream().flatMapToDouble(Primitives::numbers).toArray());
  }

  static double[] numbers(Pose pose) {
    Vec3 p = pose.position();
    Quaternion q = pose.orientation().normalized();
    return new double[] {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
  }

  private static java.util.stream.DoubleStream numbers(HalfSpace face) {
    Vec3 n = face.normal();
    return java.util.stream.DoubleStream.of(n.x(), n.y(), n.z(), face.offset());
  }

  private static double[] join(Vec3 a, Vec3 b) {
    return new double[] {a.x(), a.y(), a.z(), b.x(), b.y(), b.z()};
  }

  private int[] ints(ToIntFunction<Primitive> number) {
    return all.stream().mapToInt(number).toArray();
  }

  private double[] reals(Function<Primitive, double[]> numbers) {
    return all.stream().map(numbers).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
