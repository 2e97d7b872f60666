package eyas.sim.engine.bullet;

import static eyas.sim.task.quadrotor.QuadrotorLayout.ARM;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DELAY;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DRAG;
import static eyas.sim.task.quadrotor.QuadrotorLayout.FORCE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.RATE_DAMPING;
import static eyas.sim.task.quadrotor.QuadrotorLayout.RATE_GAIN;
import static eyas.sim.task.quadrotor.QuadrotorLayout.TORQUE_CONSTANT;

import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Arrays;
import javax.vecmath.Matrix3f;
import javax.vecmath.Vector3f;

/** One quadrotor in JBullet: command line, rate loop, motors and body. Allocates nothing. */
final class BulletQuadrotor {
  private final QuadrotorLayout layout;
  private final double substep;
  private final int substeps;
  private final RateLoop rateLoop;
  private final CommandLine line;
  private final Motors motors;
  private final FreeBody body;
  private final double[] gain = new double[3];
  private final double[] damping = new double[3];
  private final double[] drag = new double[2];
  private final double[] lastRate = new double[3];
  private final double[] setpoint = new double[4];
  private final double[] torque = new double[3];
  private final double[] disturbanceTorque = new double[3];
  private final double[] disturbanceForce = new double[3];
  private final Vector3f force = new Vector3f();
  private double arm;
  private double torqueConstant;

  BulletQuadrotor(
      QuadrotorLayout layout,
      FreeBodyWorld.Collisions collisions,
      double period,
      int substeps,
      RateLoop rateLoop) {
    this.layout = layout;
    this.substeps = substeps;
    this.substep = period / substeps;
    this.rateLoop = rateLoop;
    this.line = new CommandLine(layout, substeps);
    this.motors = new Motors(substep);
    this.body = new FreeBody(collisions, substep);
  }

  /** Takes over state and parameters of one environment. */
  void reset(Rows state, Rows parameters) {
    line.reset(state, parameters.get(DELAY));
    motors.reset(state, parameters);
    body.reset(state, parameters);
    for (int axis = 0; axis < 3; axis++) {
      gain[axis] = parameters.get(RATE_GAIN + axis);
      damping[axis] = parameters.get(RATE_DAMPING + axis);
      lastRate[axis] = body.rate(axis);
    }
    arm = parameters.get(ARM);
    torqueConstant = parameters.get(TORQUE_CONSTANT);
    drag[0] = layout.drag() ? parameters.get(DRAG) : 0;
    drag[1] = layout.drag() ? parameters.get(DRAG + 1) : 0;
    disturb(state);
  }

  /** Takes over the disturbances alone: they hold until the next call. */
  void disturb(Rows state) {
    for (int axis = 0; axis < 3; axis++) {
      disturbanceForce[axis] = state.get(FORCE + axis);
      disturbanceTorque[axis] = 0;
      if (layout.disturbance()) {
        disturbanceForce[axis] += state.get(layout.torque() + 3 + axis);
        disturbanceTorque[axis] =
            state.get(layout.torque() + axis) + state.get(layout.torque() + 6 + axis);
      }
    }
  }

  /** Advances by one control period with the commands of one environment, [4]. */
  void step(Rows commands) {
    line.send(commands);
    for (int s = 0; s < substeps; s++) {
      command(s);
      motors.advance(setpoint);
      push();
      body.advance(force, torque);
    }
    line.age();
  }

  /** Advances by one control period with all rotors switched off. */
  void coast() {
    Arrays.fill(setpoint, 0);
    for (int s = 0; s < substeps; s++) {
      for (int axis = 0; axis < 3; axis++) {
        lastRate[axis] = body.rate(axis);
      }
      motors.advance(setpoint);
      push();
      body.advance(force, torque);
    }
  }

  /** Writes the rows that an engine owns. */
  void write(Rows state) {
    body.write(state);
    motors.write(state);
    line.write(state);
  }

  private void command(int s) {
    for (int i = 0; i < 4; i++) {
      setpoint[i] = (line.arrived(s, layout.rates() ? 0 : i) + 1) / 2;
    }
    if (layout.rates()) {
      mix(s);
    }
  }

  // rate loop, as a flight controller runs it: angular acceleration from the last two gyro samples
  private void mix(int s) {
    for (int axis = 0; axis < 3; axis++) {
      double rate = body.rate(axis);
      double acceleration = (rate - lastRate[axis]) / substep;
      lastRate[axis] = rate;
      double wanted =
          rateLoop.torque(
              axis, line.arrived(s, 1 + axis), rate, acceleration, gain[axis], damping[axis]);
      for (int i = 0; i < 4; i++) {
        setpoint[i] += RateLoop.mix(axis, i) * wanted;
      }
    }
    for (int i = 0; i < 4; i++) {
      setpoint[i] = Math.max(0, Math.min(1, setpoint[i]));
    }
  }

  // rotors, drag and disturbances at the present state
  private void push() {
    double fr = motors.thrust(0);
    double br = motors.thrust(1);
    double bl = motors.thrust(2);
    double fl = motors.thrust(3);
    torque[0] = arm * (-fr - br + bl + fl) + disturbanceTorque[0];
    torque[1] = arm * (-fr + br + bl - fl) + disturbanceTorque[1];
    torque[2] = torqueConstant * (-fr + br - bl + fl) + disturbanceTorque[2];
    Matrix3f r = body.rotation();
    Vector3f v = body.velocity();
    double along = r.m02 * v.x + r.m12 * v.y + r.m22 * v.z;
    double lift = fr + br + bl + fl - (drag[1] - drag[0]) * along;
    force.set(
        (float) (lift * r.m02 - drag[0] * v.x + disturbanceForce[0]),
        (float) (lift * r.m12 - drag[0] * v.y + disturbanceForce[1]),
        (float) (lift * r.m22 - drag[0] * v.z + disturbanceForce[2]));
  }
}
