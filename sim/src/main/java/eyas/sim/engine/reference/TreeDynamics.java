package eyas.sim.engine.reference;

import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * The dynamics of a tree in double precision: {@code M(q) a + h(q, v) = f}. The mass matrix is the
 * sum of JᵀIJ over the bodies (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 6.2, in
 * world axes about the centres of mass); the inverse dynamics is {@link NewtonEuler}. Joint damping
 * and friction are left to the caller; the armature of a joint acts on its own speed alone.
 */
public final class TreeDynamics {
  private final KinematicTree tree;
  private final double gravity;

  /**
   * Keeps the tree.
   *
   * @param tree bodies and joints
   * @param gravity along -z of the world [m/s²]
   */
  public TreeDynamics(KinematicTree tree, double gravity) {
    this.tree = tree;
    this.gravity = gravity;
  }

  /** Returns the mass matrix M, [degrees][degrees]. */
  public DMatrixRMaj mass(TreeMotion motion) {
    TreeKinematics kinematics = new TreeKinematics(tree, motion);
    DMatrixRMaj mass = new DMatrixRMaj(motion.degrees(), motion.degrees());
    DMatrixRMaj weighted = new DMatrixRMaj(6, motion.degrees());
    for (int body = KinematicTree.ROOT; body < tree.bodies().size(); body++) {
      DMatrixRMaj jacobian = kinematics.jacobian(body, kinematics.centre(body));
      CommonOps_DDRM.mult(inertia(kinematics, body), jacobian, weighted);
      CommonOps_DDRM.multAddTransA(jacobian, weighted, mass);
    }
    for (int i = 0; i < tree.bodies().size(); i++) {
      int at = motion.baseDegrees() + i;
      mass.add(at, at, tree.bodies().get(i).joint().armature());
    }
    return mass;
  }

  // diag(m, m, m, R I Rᵀ)
  private static DMatrixRMaj inertia(TreeKinematics kinematics, int body) {
    Inertia inertia = kinematics.body(body).inertia();
    Quaternion turn = kinematics.pose(body).orientation();
    DMatrixRMaj matrix = new DMatrixRMaj(6, 6);
    for (int k = 0; k < 3; k++) {
      matrix.set(k, k, inertia.mass());
      Vec3 unit = new Vec3(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
      Vec3 column = turn.rotate(inertia.times(turn.conjugate().rotate(unit)));
      matrix.set(3, 3 + k, column.x());
      matrix.set(4, 3 + k, column.y());
      matrix.set(5, 3 + k, column.z());
    }
    return matrix;
  }

  /**
   * Returns the forces that give these accelerations: of the joints [N m or N], and of a floating
   * base the force in the world [N] and the torque about its origin in its own axes [N m].
   *
   * @param accelerations rates of change of the velocities
   */
  public double[] inverse(TreeMotion motion, double[] accelerations) {
    return new NewtonEuler(tree, gravity, motion, accelerations).forces();
  }

  /** Returns the forces h that hold the velocities. */
  public double[] bias(TreeMotion motion) {
    return inverse(motion, new double[motion.degrees()]);
  }

  /** Returns the accelerations under forces: the solution of M a = f - h. */
  public double[] forward(TreeMotion motion, double[] forces) {
    double[] bias = bias(motion);
    DMatrixRMaj right = new DMatrixRMaj(motion.degrees(), 1);
    for (int i = 0; i < bias.length; i++) {
      right.set(i, 0, forces[i] - bias[i]);
    }
    DMatrixRMaj accelerations = new DMatrixRMaj(motion.degrees(), 1);
    var solver = LinearSolverFactory_DDRM.symmPosDef(motion.degrees());
    if (!solver.setA(mass(motion))) {
      throw new IllegalArgumentException(
          "The mass matrix of `%s` is not positive definite; a joint moves no mass. Give its link a"
                  .formatted(tree.root().name())
              + " mass or its joint an armature.");
    }
    solver.solve(right, accelerations);
    return accelerations.data;
  }

  /** Returns the energy of motion, half vᵀ M v, body by body [J]. */
  public double kinetic(TreeMotion motion) {
    TreeKinematics kinematics = new TreeKinematics(tree, motion);
    DMatrixRMaj speeds = new DMatrixRMaj(motion.velocities());
    DMatrixRMaj twist = new DMatrixRMaj(6, 1);
    DMatrixRMaj momentum = new DMatrixRMaj(6, 1);
    double twice = 0;
    for (int body = KinematicTree.ROOT; body < tree.bodies().size(); body++) {
      CommonOps_DDRM.mult(kinematics.jacobian(body, kinematics.centre(body)), speeds, twist);
      CommonOps_DDRM.mult(inertia(kinematics, body), twist, momentum);
      twice += CommonOps_DDRM.dot(twist, momentum);
    }
    for (int i = 0; i < tree.bodies().size(); i++) {
      twice += tree.bodies().get(i).joint().armature() * motion.speed(i) * motion.speed(i);
    }
    return twice / 2;
  }

  /** Returns the energy of height above the world's origin [J]. */
  public double potential(TreeMotion motion) {
    TreeKinematics kinematics = new TreeKinematics(tree, motion);
    double energy = 0;
    for (int body = KinematicTree.ROOT; body < tree.bodies().size(); body++) {
      energy += kinematics.body(body).inertia().mass() * gravity * kinematics.centre(body).z();
    }
    return energy;
  }
}
