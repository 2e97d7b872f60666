package eyas.sim.engine.reference;

import static eyas.sim.engine.reference.Vectors.cross;
import static eyas.sim.engine.reference.Vectors.get;
import static eyas.sim.engine.reference.Vectors.set;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ARM;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ATTITUDE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.BODY_RATES;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DRAG;
import static eyas.sim.task.quadrotor.QuadrotorLayout.FORCE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INERTIA;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_FALL;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_INERTIA;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_MASS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_RISE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.POSITION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.RATE_DAMPING;
import static eyas.sim.task.quadrotor.QuadrotorLayout.RATE_GAIN;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ROTORS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.THRUST;
import static eyas.sim.task.quadrotor.QuadrotorLayout.TORQUE_CONSTANT;
import static eyas.sim.task.quadrotor.QuadrotorLayout.VELOCITY;
import static org.ejml.dense.fixed.CommonOps_DDF3.add;
import static org.ejml.dense.fixed.CommonOps_DDF3.addEquals;
import static org.ejml.dense.fixed.CommonOps_DDF3.mult;
import static org.ejml.dense.fixed.CommonOps_DDF3.scale;

import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;

/**
 * Newton–Euler equations of one quadrotor for the time of one control period, in which the command
 * and the disturbance are constant. Holds its own workspace, so it serves one thread.
 */
final class QuadrotorDerivative {
  private static final double GRAVITY = 9.81;

  /** Rotor positions over the arm, (x, y) of FR, BR, BL, FL, and the sense of their reaction. */
  private static final int[][] ROTOR = {{1, -1, -1}, {-1, -1, 1}, {-1, 1, -1}, {1, 1, 1}};

  private final QuadrotorLayout layout;
  private final RateLoop rateLoop;
  private final double[] parameters;
  private final double[] command;
  private final DMatrix3 disturbanceForce = new DMatrix3();
  private final DMatrix3 disturbanceTorque = new DMatrix3();
  private final DMatrix3x3 inertia = new DMatrix3x3();
  private final DMatrix3x3 inverseInertia = new DMatrix3x3();
  private final DMatrix3x3 attitude = new DMatrix3x3();
  private final DMatrix3 bodyRates = new DMatrix3();
  private final DMatrix3 bodyForce = new DMatrix3();
  private final DMatrix3 torque = new DMatrix3();
  private final DMatrix3 force = new DMatrix3();
  private final DMatrix3 momentum = new DMatrix3();
  private final DMatrix3 scratch = new DMatrix3();

  QuadrotorDerivative(
      QuadrotorLayout layout,
      RateLoop rateLoop,
      double[] state,
      double[] parameters,
      double[] command) {
    this.layout = layout;
    this.rateLoop = rateLoop;
    this.parameters = parameters;
    this.command = command;
    for (int axis = 0; axis < 3; axis++) {
      inertia.set(axis, axis, parameters[INERTIA + axis]);
      inverseInertia.set(axis, axis, parameters[INVERSE_INERTIA + axis]);
    }
    disturb(state);
  }

  private void disturb(double[] state) {
    get(state, FORCE, disturbanceForce);
    if (layout.disturbance()) {
      addEquals(disturbanceForce, get(state, layout.torque() + 3, scratch));
      get(state, layout.torque(), disturbanceTorque);
      addEquals(disturbanceTorque, get(state, layout.torque() + 6, scratch));
    }
  }

  /**
   * Computes the time derivative of position, attitude, velocity, body rates and rotor speeds.
   *
   * @param body [17] rows as in {@link QuadrotorLayout}
   * @param rate written, [17]
   */
  void of(double[] body, double[] rate) {
    Vectors.rotation(body, ATTITUDE, attitude);
    get(body, BODY_RATES, bodyRates);
    System.arraycopy(body, VELOCITY, rate, POSITION, 3);
    turn(body, rate);
    rotors(body);
    translate(body, rate);
    rotate(rate);
    spin(body, rate);
  }

  // q' = q * (0, omega) / 2
  private void turn(double[] s, double[] rate) {
    double w = s[ATTITUDE];
    double x = s[ATTITUDE + 1];
    double y = s[ATTITUDE + 2];
    double z = s[ATTITUDE + 3];
    rate[ATTITUDE] = (-x * bodyRates.a1 - y * bodyRates.a2 - z * bodyRates.a3) / 2;
    rate[ATTITUDE + 1] = (w * bodyRates.a1 + y * bodyRates.a3 - z * bodyRates.a2) / 2;
    rate[ATTITUDE + 2] = (w * bodyRates.a2 + z * bodyRates.a1 - x * bodyRates.a3) / 2;
    rate[ATTITUDE + 3] = (w * bodyRates.a3 + x * bodyRates.a2 - y * bodyRates.a1) / 2;
  }

  // sum of r x f and of the reaction torques, body frame
  private void rotors(double[] body) {
    bodyForce.setTo(0, 0, 0);
    torque.setTo(0, 0, 0);
    for (int i = 0; i < 4; i++) {
      double w = body[ROTORS + i];
      double f = parameters[THRUST] + w * (parameters[THRUST + 1] + w * parameters[THRUST + 2]);
      bodyForce.a3 += f;
      torque.a1 += parameters[ARM] * ROTOR[i][1] * f;
      torque.a2 -= parameters[ARM] * ROTOR[i][0] * f;
      torque.a3 += parameters[TORQUE_CONSTANT] * ROTOR[i][2] * f;
    }
  }

  // v' = (R f + f_ext + f_drag) / m + g
  private void translate(double[] body, double[] rate) {
    mult(attitude, bodyForce, force);
    addEquals(force, disturbanceForce);
    if (layout.drag()) {
      drag(get(body, VELOCITY, scratch));
    }
    scale(parameters[INVERSE_MASS], force);
    set(rate, VELOCITY, force);
    rate[VELOCITY + 2] -= GRAVITY;
  }

  // -d_h v - (d_v - d_h) z_B (z_B . v)
  private void drag(DMatrix3 velocity) {
    double across = parameters[DRAG];
    double along =
        (parameters[DRAG + 1] - across)
            * (attitude.a13 * velocity.a1
                + attitude.a23 * velocity.a2
                + attitude.a33 * velocity.a3);
    force.a1 -= across * velocity.a1 + along * attitude.a13;
    force.a2 -= across * velocity.a2 + along * attitude.a23;
    force.a3 -= across * velocity.a3 + along * attitude.a33;
  }

  // omega' = J^-1 (tau - omega x J omega + tau_ext)
  private void rotate(double[] rate) {
    mult(inertia, bodyRates, momentum);
    cross(momentum, bodyRates, scratch);
    addEquals(torque, scratch);
    add(torque, disturbanceTorque, scratch);
    mult(inverseInertia, scratch, torque);
    set(rate, BODY_RATES, torque);
  }

  // w' = (u - w) / T
  private void spin(double[] body, double[] rate) {
    for (int i = 0; i < 4; i++) {
      double error = setpoint(i, rate) - body[ROTORS + i];
      rate[ROTORS + i] = error * parameters[error >= 0 ? INVERSE_RISE : INVERSE_FALL];
    }
  }

  private double setpoint(int rotor, double[] rate) {
    if (!layout.rates()) {
      return (command[rotor] + 1) / 2;
    }
    double setpoint = (command[0] + 1) / 2;
    for (int axis = 0; axis < 3; axis++) {
      setpoint += RateLoop.mix(axis, rotor) * torqueCommand(axis, rate);
    }
    return Math.max(0, Math.min(1, setpoint));
  }

  private double torqueCommand(int axis, double[] rate) {
    return rateLoop.torque(
        axis,
        command[1 + axis],
        bodyRates.get(axis, 0),
        rate[BODY_RATES + axis],
        parameters[RATE_GAIN + axis],
        parameters[RATE_DAMPING + axis]);
  }
}
