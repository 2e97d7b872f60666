package eyas.sim.engine.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;

/**
 * The textbook: M(q) q'' + h(q, q') = torque with M and h from the links' Jacobians (Featherstone,
 * Rigid Body Dynamics Algorithms, 2008, eq. 6.1 and section 2.3), fourth-order Runge–Kutta.
 */
final class ReferenceFinger {
  private final Finger finger;
  private final int joints;
  private final double[] target;
  private final DMatrixRMaj mass;
  private final DMatrixRMaj bias;
  private double potential;

  ReferenceFinger(Finger finger, double... target) {
    this.finger = finger;
    this.joints = finger.joints();
    this.target = target;
    this.mass = new DMatrixRMaj(joints, joints);
    this.bias = new DMatrixRMaj(joints, 1);
  }

  /** Returns angles and speeds, [2 joints], after {@code steps} of {@code step} seconds. */
  double[] fly(double[] start, double step, int steps) {
    double[] state = start.clone();
    double[] reach = {step / 2, step / 2, step, 0};
    double[] weight = {step / 6, step / 3, step / 3, step / 6};
    for (int k = 0; k < steps; k++) {
      double[] next = state.clone();
      double[] at = state;
      for (int stage = 0; stage < 4; stage++) {
        double[] slope = derivative(at);
        at = state.clone();
        for (int i = 0; i < 2 * joints; i++) {
          next[i] += weight[stage] * slope[i];
          at[i] += reach[stage] * slope[i];
        }
      }
      state = next;
    }
    return state;
  }

  /** Returns kinetic plus potential energy [J]. */
  double energy(double[] state) {
    assemble(state);
    DMatrixRMaj speed = new DMatrixRMaj(Arrays.copyOfRange(state, joints, 2 * joints));
    return 0.5 * VectorVectorMult_DDRM.innerProdA(speed, mass, speed) + potential;
  }

  private double[] derivative(double[] state) {
    assemble(state);
    DMatrixRMaj torque = new DMatrixRMaj(joints, 1);
    for (int i = 0; i < joints; i++) {
      double drive = finger.drive().torque(target[i], state[i], state[joints + i]);
      torque.set(i, 0, drive - bias.get(i, 0));
    }
    DMatrixRMaj acceleration = new DMatrixRMaj(joints, 1);
    var solver = LinearSolverFactory_DDRM.symmPosDef(joints);
    if (!solver.setA(mass.copy())) {
      throw new IllegalStateException("The mass matrix " + mass + " is not positive definite.");
    }
    solver.solve(torque, acceleration);
    double[] slope = new double[2 * joints];
    System.arraycopy(state, joints, slope, 0, joints);
    System.arraycopy(acceleration.data, 0, slope, joints, joints);
    return slope;
  }

  // one pass from base to tip: frames and bias accelerations (the base is accelerated by -g)
  private void assemble(double[] state) {
    mass.zero();
    bias.zero();
    potential = 0;
    DMatrix3x3 rotation = new DMatrix3x3(1, 0, 0, 0, 1, 0, 0, 0, 1);
    DMatrix3 joint = new DMatrix3();
    DMatrix3 spin = new DMatrix3();
    DMatrix3 spinRate = new DMatrix3();
    DMatrix3 pull = new DMatrix3(0, 0, Finger.GRAVITY);
    List<DMatrix3> axes = new ArrayList<>();
    List<DMatrix3> origins = new ArrayList<>();
    for (int i = 0; i < joints; i++) {
      Finger.Link link = finger.links().get(i);
      rotation = Space.times(rotation, Space.turn(link.axis(), state[i]));
      axes.add(Space.column(rotation, link.axis()));
      origins.add(joint);
      spinRate = Space.plus(spinRate, state[joints + i], Space.cross(spin, axes.get(i)));
      spin = Space.plus(spin, state[joints + i], axes.get(i));
      DMatrix3 reach = Space.column(rotation, 0);
      DMatrix3 bend =
          Space.plus(Space.cross(spinRate, reach), 1, Space.cross(spin, Space.cross(spin, reach)));
      DMatrix3 centre = Space.plus(joint, link.length() / 2, reach);
      DMatrix3x3 inertia =
          Space.turned(rotation, link.inertia(0), link.inertia(1), link.inertia(2));
      DMatrix3 force = Space.plus(pull, link.length() / 2, bend);
      CommonOps_DDF3.scale(link.mass(), force);
      DMatrix3 torque =
          Space.plus(
              Space.times(inertia, spinRate), 1, Space.cross(spin, Space.times(inertia, spin)));
      project(link.mass(), inertia, centre, force, torque, axes, origins);
      mass.add(i, i, link.armature());
      potential += link.mass() * Finger.GRAVITY * centre.a3;
      joint = Space.plus(joint, link.length(), reach);
      pull = Space.plus(pull, link.length(), bend);
    }
  }

  // one link's part of M and h, through the Jacobian columns of all joints before it
  private void project(
      double linkMass,
      DMatrix3x3 inertia,
      DMatrix3 centre,
      DMatrix3 force,
      DMatrix3 torque,
      List<DMatrix3> axes,
      List<DMatrix3> origins) {
    for (int j = 0; j < axes.size(); j++) {
      DMatrix3 axis = axes.get(j);
      DMatrix3 lever = Space.cross(axis, Space.plus(centre, -1, origins.get(j)));
      bias.add(j, 0, Space.dot(lever, force) + Space.dot(axis, torque));
      for (int k = 0; k < axes.size(); k++) {
        DMatrix3 other = Space.cross(axes.get(k), Space.plus(centre, -1, origins.get(k)));
        mass.add(
            j,
            k,
            linkMass * Space.dot(lever, other)
                + Space.dot(axis, Space.times(inertia, axes.get(k))));
      }
    }
  }
}
