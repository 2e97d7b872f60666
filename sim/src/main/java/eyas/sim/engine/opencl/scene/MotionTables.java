package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Joint;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Inertias, frames and degrees of freedom of free bodies, links and components. */
final class MotionTables {
  private final Mechanism mechanism;
  private final SceneLayout layout;

  MotionTables(Mechanism mechanism) {
    this.mechanism = mechanism;
    this.layout = mechanism.layout();
  }

  void addTo(ConstantTables tables) {
    freeBodies(tables);
    links(tables);
    freedoms(tables);
    List<Mechanism.Component> components = mechanism.components();
    int[] first = new int[components.size() + 1];
    for (int c = 0; c < components.size(); c++) {
      first[c] = components.get(c).freedom();
    }
    first[components.size()] = mechanism.freedoms();
    tables
        .ints("COMPONENT_DOF", first)
        .ints(
            "COMPONENT_ORIGIN",
            components.stream().mapToInt(Mechanism.Component::origin).toArray());
  }

  private void freeBodies(ConstantTables tables) {
    List<SceneBody> bodies = layout.scene().bodies();
    int solids = layout.solids().size();
    int[] rows = new int[bodies.size()];
    int[] parameters = new int[bodies.size()];
    for (int b = 0; b < rows.length; b++) {
      rows[b] = layout.bodyRow(b);
      parameters[b] = layout.solidParameters(solids - rows.length + b);
    }
    List<Inertia> inertias = bodies.stream().map(SceneBody::inertia).toList();
    tables
        .ints("FREE_ROW", rows)
        .ints("FREE_PARAMETERS", parameters)
        .ints("FREE_ROUND", inertias.stream().mapToInt(i -> round(i) ? 1 : 0).toArray())
        .reals("FREE_LIGHTNESS", inertias.stream().mapToDouble(i -> 1 / i.mass()).toArray())
        .reals("FREE_CENTRE", all(inertias, i -> i.centre().toArray()))
        .reals("FREE_INERTIA", all(inertias, MotionTables::moments))
        .reals("FREE_INVERSE", all(inertias, MotionTables::inverse));
  }

  private void links(ConstantTables tables) {
    List<Mechanism.Link> links = mechanism.links();
    tables
        .ints("LINK_KIND", ints(l -> l.motion().number()))
        .ints("LINK_PARENT", ints(Mechanism.Link::parent))
        .ints("LINK_COMPONENT", ints(Mechanism.Link::component))
        .ints("LINK_DOF", ints(l -> 6 * layout.scene().bodies().size() + l.freedom()))
        .ints("LINK_LAST_DOF", ints(Mechanism.Link::lastFreedom))
        .ints("LINK_PARAMETERS", ints(l -> layout.solidParameters(l.solid())))
        .ints("LINK_JOINT_PARAMETERS", ints(this::jointParameters))
        .ints("LINK_ROW", ints(this::row))
        .ints("LINK_SPEED_ROW", ints(l -> layout.velocityRow(l.robot()) + Math.max(0, l.body())))
        .reals("LINK_MASS", reals(l -> l.inertia().mass()))
        .reals("LINK_DAMPING", reals(l -> l.joint().map(Joint::damping).orElse(0.0)))
        .reals("LINK_CENTRE", all(links, l -> l.inertia().centre().toArray()))
        .reals("LINK_INERTIA", all(links, l -> moments(l.inertia())))
        .reals("LINK_PLACE", all(links, l -> l.place().position().toArray()))
        .reals("LINK_TURN", all(links, l -> rotation(l.place().orientation())))
        .reals("LINK_ALIGN", all(links, l -> rotation(l.align().conjugate())));
  }

  private int jointParameters(Mechanism.Link link) {
    return link.joint().isEmpty() ? 0 : layout.jointParameters(link.robot(), link.body());
  }

  private int row(Mechanism.Link link) {
    return link.joint().isEmpty()
        ? layout.baseRow(link.robot())
        : layout.positionRow(link.robot()) + link.body();
  }

  private void freedoms(ConstantTables tables) {
    int n = mechanism.freedoms();
    int[] link = new int[n];
    int[] parent = new int[n];
    int[] component = new int[n];
    int[] index = new int[n];
    int[] matrix = new int[n];
    double[] armature = new double[n];
    for (int l = 0; l < mechanism.links().size(); l++) {
      Mechanism.Link at = mechanism.links().get(l);
      Mechanism.Component of = mechanism.components().get(at.component());
      for (int d = at.freedom(); d <= at.lastFreedom(); d++) {
        link[d] = l;
        component[d] = at.component();
        index[d] = d - of.freedom();
        matrix[d] = of.matrix() + index[d] * of.freedoms();
        armature[d] = at.joint().map(Joint::armature).orElse(0.0);
        parent[d] =
            d > at.freedom()
                ? d - 1
                : at.parent() < 0 ? -1 : mechanism.links().get(at.parent()).lastFreedom();
      }
    }
    tables
        .ints("DOF_LINK", link)
        .ints("DOF_PARENT", parent)
        .ints("DOF_COMPONENT", component)
        .ints("DOF_INDEX", index)
        .ints("DOF_MATRIX", matrix)
        .reals("DOF_ARMATURE", armature);
  }

  private int[] ints(ToIntFunction<Mechanism.Link> value) {
    return mechanism.links().stream().mapToInt(value).toArray();
  }

  private double[] reals(ToDoubleFunction<Mechanism.Link> value) {
    return mechanism.links().stream().mapToDouble(value).toArray();
  }

  private interface Numbers<T> {
    double[] of(T value);
  }

  private static <T> double[] all(List<T> values, Numbers<T> numbers) {
    List<Double> all = new ArrayList<>();
    for (T value : values) {
      for (double number : numbers.of(value)) {
        all.add(number);
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] moments(Inertia i) {
    return new double[] {i.xx(), i.xy(), i.xz(), i.yy(), i.yz(), i.zz()};
  }

  // the inverse of the matrix of moments, by cofactors
  private static double[] inverse(Inertia i) {
    double a = i.yy() * i.zz() - i.yz() * i.yz();
    double b = i.xz() * i.yz() - i.xy() * i.zz();
    double c = i.xy() * i.yz() - i.xz() * i.yy();
    double determinant = i.xx() * a + i.xy() * b + i.xz() * c;
    double[] cofactors = {
      a,
      b,
      c,
      i.xx() * i.zz() - i.xz() * i.xz(),
      i.xy() * i.xz() - i.xx() * i.yz(),
      i.xx() * i.yy() - i.xy() * i.xy()
    };
    for (int k = 0; k < cofactors.length; k++) {
      cofactors[k] /= determinant;
    }
    return cofactors;
  }

  // whether all axes are alike, so that spin and angular momentum are parallel
  private static boolean round(Inertia i) {
    double most = 1e-6 * i.xx();
    return Math.abs(i.xx() - i.yy()) < most
        && Math.abs(i.xx() - i.zz()) < most
        && Math.abs(i.xy()) + Math.abs(i.xz()) + Math.abs(i.yz()) < most;
  }

  /** Returns the rows of the rotation matrix. */
  static double[] rotation(Quaternion orientation) {
    Pose turn = new Pose(Vec3.ZERO, orientation.normalized());
    Vec3 x = turn.apply(new Vec3(1, 0, 0));
    Vec3 y = turn.apply(new Vec3(0, 1, 0));
    Vec3 z = turn.apply(new Vec3(0, 0, 1));
    double[] m = {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()};
    for (int i = 0; i < m.length; i++) {
      m[i] = Math.abs(m[i]) < 1e-12 ? 0 : m[i];
    }
    return m;
  }
}
