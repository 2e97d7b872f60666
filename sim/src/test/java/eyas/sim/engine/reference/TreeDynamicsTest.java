package eyas.sim.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to a number against another: definition, recursion, finite differences, textbook. */
class TreeDynamicsTest {
  private static final double GRAVITY = 9.81;
  private static final double STEP = 1e-5;
  private static final List<Base> BASES = List.of(Base.FIXED, Base.FLOATING, Base.PLANAR);

  private record Case(long seed, int joints, Base base) {
    KinematicTree tree() {
      return KinematicTree.of(new RandomTrees(seed).robot(joints), base);
    }

    TreeMotion motion() {
      RandomTrees random = new RandomTrees(seed + 1000);
      int bodies = tree().bodies().size();
      int degrees = bodies + (base == Base.FLOATING ? 6 : 0);
      return new TreeMotion(random.pose(1), random.numbers(bodies, 2), random.numbers(degrees, 3));
    }
  }

  static Stream<Case> cases() {
    return IntStream.range(0, 24).mapToObj(i -> new Case(i, 1 + i, BASES.get(i % BASES.size())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void massMatrixIsWhatTheRecursionFeels(Case random) {
    TreeDynamics weightless = new TreeDynamics(random.tree(), 0);
    TreeMotion still = random.motion().moving(new double[random.motion().degrees()]);
    DMatrixRMaj mass = weightless.mass(still);
    for (int j = 0; j < still.degrees(); j++) {
      double[] unit = new double[still.degrees()];
      unit[j] = 1;
      double[] column = weightless.inverse(still, unit);
      for (int i = 0; i < column.length; i++) {
        assertThat(mass.get(i, j)).isCloseTo(column[i], within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forwardUndoesInverse(Case random) {
    TreeDynamics dynamics = new TreeDynamics(random.tree(), GRAVITY);
    TreeMotion motion = random.motion();
    double[] wanted = new RandomTrees(random.seed + 7).numbers(motion.degrees(), 20);
    double[] found = dynamics.forward(motion, dynamics.inverse(motion, wanted));
    assertThat(found).containsExactly(wanted, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jacobiansAreTheDerivativesOfPoses(Case random) {
    TreeMotion motion = random.motion();
    double[] v = motion.velocities();
    TreeKinematics now = new TreeKinematics(random.tree(), motion);
    TreeKinematics next = new TreeKinematics(random.tree(), motion.after(STEP, v, v));
    TreeKinematics last = new TreeKinematics(random.tree(), motion.after(-STEP, v, v));
    Vec3 local = new Vec3(0.1, -0.2, 0.3);
    for (int body = KinematicTree.ROOT; body < random.tree().bodies().size(); body++) {
      double[] twist = times(now.jacobian(body, now.pose(body).apply(local)), v);
      Vec3 moved = next.pose(body).apply(local).minus(last.pose(body).apply(local));
      Quaternion turned =
          next.pose(body).orientation().times(last.pose(body).orientation().conjugate());
      double half = Math.signum(turned.w()) / STEP;
      double[] expected = {
        moved.x() / (2 * STEP),
        moved.y() / (2 * STEP),
        moved.z() / (2 * STEP),
        turned.x() * half,
        turned.y() * half,
        turned.z() * half
      };
      assertThat(twist).as("body " + body).containsExactly(expected, within(2e-5));
    }
  }

  static Stream<Case> withoutQuaternions() {
    return cases().filter(random -> random.base != Base.FLOATING);
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    double[] product = new double[matrix.numRows];
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        product[i] += matrix.get(i, j) * vector[j];
      }
    }
    return product;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void energyChangesByTheWorkOfTheForces(Case random) {
    TreeDynamics dynamics = new TreeDynamics(random.tree(), GRAVITY);
    TreeMotion motion = random.motion();
    double[] forces = new RandomTrees(random.seed + 9).numbers(motion.degrees(), 1);
    double[] v = motion.velocities();
    double[] a = dynamics.forward(motion, forces);
    double power = IntStream.range(0, v.length).mapToDouble(i -> forces[i] * v[i]).sum();
    // a central difference along v + a t: the curvature of the way cancels
    double rate = (energy(dynamics, motion, v, a, STEP) - energy(dynamics, motion, v, a, -STEP));
    double size = dynamics.kinetic(motion) + 1;
    assertThat(rate / (2 * STEP)).isCloseTo(power, within(2e-4 * size));
  }

  private static double energy(
      TreeDynamics dynamics, TreeMotion motion, double[] v, double[] a, double time) {
    double[] then = v.clone();
    for (int i = 0; i < v.length; i++) {
      then[i] += time * a[i];
    }
    TreeMotion moved = motion.after(time, v, then);
    return dynamics.kinetic(moved) + dynamics.potential(moved);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void kineticEnergyIsHalfTheSquareInTheMassMatrix(Case random) {
    TreeDynamics dynamics = new TreeDynamics(random.tree(), GRAVITY);
    TreeMotion motion = random.motion();
    double[] momentum = times(dynamics.mass(motion), motion.velocities());
    double[] v = motion.velocities();
    double twice = IntStream.range(0, v.length).mapToDouble(i -> v[i] * momentum[i]).sum();
    assertThat(dynamics.kinetic(motion)).isCloseTo(twice / 2, within(1e-9 * (1 + twice)));
  }

  // Lagrange: h_i = sum_jk (dM_ij/dq_k - dM_jk/dq_i / 2) v_j v_k + dV/dq_i
  @ParameterizedTest
  @MethodSource("withoutQuaternions")
  void biasIsLagranges(Case random) {
    TreeDynamics dynamics = new TreeDynamics(random.tree(), GRAVITY);
    TreeMotion motion = random.motion();
    double[] v = motion.velocities();
    int n = v.length;
    double[] h = new double[n];
    for (int k = 0; k < n; k++) {
      double[] unit = new double[n];
      unit[k] = 1;
      TreeMotion up = motion.after(STEP, unit, v);
      TreeMotion down = motion.after(-STEP, unit, v);
      double[] gain = times(dynamics.mass(up), v);
      double[] loss = times(dynamics.mass(down), v);
      for (int i = 0; i < n; i++) {
        h[i] += (gain[i] - loss[i]) / (2 * STEP) * v[k];
      }
      ToDoubleFunction<TreeMotion> lagrangian = m -> dynamics.kinetic(m) - dynamics.potential(m);
      h[k] -= (lagrangian.applyAsDouble(up) - lagrangian.applyAsDouble(down)) / (2 * STEP);
    }
    double size = 1 + dynamics.kinetic(motion);
    assertThat(dynamics.bias(motion)).containsExactly(h, within(1e-6 * size));
  }

  @Test
  void aFreeTreeKeepsItsMomentum() {
    Case random = new Case(5, 12, Base.FLOATING);
    TreeDynamics weightless = new TreeDynamics(random.tree(), 0);
    TreeMotion motion = random.motion();
    double[] a = weightless.forward(motion, new double[motion.degrees()]);
    Vec3 force = Vec3.ZERO;
    for (double sign : new double[] {1, -1}) {
      double[] v = motion.velocities();
      double[] then = v.clone();
      IntStream.range(0, v.length).forEach(i -> then[i] += sign * STEP * a[i]);
      TreeMotion moved = motion.after(sign * STEP, v, then);
      force = force.plus(momentum(random.tree(), moved).times(sign / (2 * STEP)));
    }
    assertThat(force.toArray()).containsExactly(new double[3], within(1e-3));
  }

  private static Vec3 momentum(KinematicTree tree, TreeMotion motion) {
    TreeKinematics kinematics = new TreeKinematics(tree, motion);
    Vec3 sum = Vec3.ZERO;
    for (int body = KinematicTree.ROOT; body < tree.bodies().size(); body++) {
      double[] twist =
          times(kinematics.jacobian(body, kinematics.centre(body)), motion.velocities());
      double mass =
          body == KinematicTree.ROOT
              ? tree.root().inertia().mass()
              : tree.bodies().get(body).body().inertia().mass();
      sum = sum.plus(new Vec3(twist[0], twist[1], twist[2]).times(mass));
    }
    return sum;
  }

  @Test
  void swingsAsThePhysicalPendulum() {
    KinematicTree tree = KinematicTree.of(rods(1, 0.5, 2), Base.FIXED);
    double angle = 0.7;
    double[] a =
        new TreeDynamics(tree, GRAVITY)
            .forward(
                new TreeMotion(Pose.IDENTITY, new double[] {angle}, new double[] {3}), zero(1));
    // a thin rod of length L about its end: q'' = -3 g sin(q) / (2 L)
    assertThat(a[0]).isCloseTo(-1.5 * GRAVITY * Math.sin(angle) / 0.5, within(1e-9));
  }

  // two thin rods; mass matrix and forces written out (Goldstein, Classical Mechanics, chapter 1)
  @Test
  void swingsAsTheDoublePendulum() {
    double l = 0.5;
    double m = 2;
    double[] q = {0.7, -1.1};
    double[] v = {1.5, -2.5};
    KinematicTree tree = KinematicTree.of(rods(2, l, m), Base.FIXED);
    double[] a =
        new TreeDynamics(tree, GRAVITY).forward(new TreeMotion(Pose.IDENTITY, q, v), zero(2));
    double t1 = q[0];
    double t2 = q[0] + q[1];
    double w1 = v[0];
    double w2 = v[0] + v[1];
    double coupling = m * l * l / 2 * Math.cos(t1 - t2);
    double m11 = m * l * l * 4 / 3;
    double m22 = m * l * l / 3;
    double swing = m * l * l / 2 * Math.sin(t1 - t2);
    double r1 = -swing * w2 * w2 - 1.5 * m * GRAVITY * l * Math.sin(t1);
    double r2 = swing * w1 * w1 - 0.5 * m * GRAVITY * l * Math.sin(t2);
    double determinant = m11 * m22 - coupling * coupling;
    double a1 = (r1 * m22 - r2 * coupling) / determinant;
    double a2 = (r2 * m11 - r1 * coupling) / determinant;
    assertThat(a).containsExactly(new double[] {a1, a2 - a1}, within(1e-9));
  }

  @Test
  void fixedLinksAreOneBody() {
    Inertia first = new RandomTrees(1).inertia();
    Inertia second = new RandomTrees(2).inertia();
    Pose at = new RandomTrees(3).pose(0.3);
    Joint hinge = hinge("a", 0, 1, Pose.at(0, 0, 0));
    Joint weld =
        new Joint("b", JointType.FIXED, 1, 2, at, new Vec3(0, 1, 0), Joint.Limits.NONE, 0, 0, 0);
    Link base = new Link("base", Inertia.NONE, List.of());
    RobotModel welded =
        new RobotModel(
            "welded",
            List.of(
                base, new Link("first", first, List.of()), new Link("second", second, List.of())),
            List.of(hinge, weld));
    RobotModel single =
        new RobotModel(
            "single",
            List.of(base, new Link("both", first.plus(second.in(at)), List.of())),
            List.of(hinge));
    TreeMotion motion = new TreeMotion(Pose.IDENTITY, new double[] {0.4}, new double[] {2});
    double[] expected = accelerations(single, motion);
    assertThat(accelerations(welded, motion)).containsExactly(expected, within(1e-12));
  }

  private static double[] accelerations(RobotModel model, TreeMotion motion) {
    KinematicTree tree = KinematicTree.of(model, Base.FIXED);
    return new TreeDynamics(tree, GRAVITY).forward(motion, zero(1));
  }

  @Test
  void saysWhenAJointMovesNoMass() {
    RobotModel massless =
        new RobotModel(
            "massless",
            List.of(
                new Link("base", Inertia.NONE, List.of()),
                new Link("tip", Inertia.NONE, List.of())),
            List.of(hinge("a", 0, 1, Pose.IDENTITY)));
    TreeDynamics dynamics = new TreeDynamics(KinematicTree.of(massless, Base.FIXED), GRAVITY);
    TreeMotion motion = new TreeMotion(Pose.IDENTITY, zero(1), zero(1));
    assertThatThrownBy(() -> dynamics.forward(motion, zero(1)))
        .hasMessageContaining("moves no mass");
  }

  private static double[] zero(int count) {
    return new double[count];
  }

  // thin rods that hang along -z and turn about y
  private static RobotModel rods(int count, double length, double mass) {
    List<Link> links = new ArrayList<>(List.of(new Link("base", Inertia.NONE, List.of())));
    List<Joint> joints = new ArrayList<>();
    double moment = mass * length * length / 12;
    for (int i = 0; i < count; i++) {
      joints.add(hinge("hinge " + i, i, i + 1, Pose.at(0, 0, i == 0 ? 0 : -length)));
      Vec3 centre = new Vec3(0, 0, -length / 2);
      links.add(new Link("rod " + i, Inertia.diagonal(mass, centre, moment, moment, 0), List.of()));
    }
    return new RobotModel("rods", links, joints);
  }

  private static Joint hinge(String name, int parent, int child, Pose origin) {
    return new Joint(
        name,
        JointType.CONTINUOUS,
        parent,
        child,
        origin,
        new Vec3(0, 1, 0),
        Joint.Limits.NONE,
        0,
        0,
        0);
  }
}
