package eyas.sim.engine.bullet;

import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorRows;

/**
 * One quadrotor in JBullet that is advanced millisecond by millisecond, for a simulated robot: rate
 * loop, motor lag, thrust curve, drag, and whatever force and torque the caller adds. One thread
 * uses it at a time.
 */
public final class LiveQuadrotor {
  /** Length of a step [s]. */
  public static final double STEP = 0.001;

  private static final QuadrotorLayout LAYOUT =
      new QuadrotorLayout(true, false, true, true, false, false);

  private final BulletQuadrotor body =
      new BulletQuadrotor(LAYOUT, FreeBodyWorld.Collisions.create(), STEP, 1, RateLoop.standard());
  private final float[] state = new float[LAYOUT.stateRows()];
  private final float[] outside = new float[LAYOUT.stateRows()];
  private final Rows rows = new Rows();

  /**
   * Puts a quadrotor level and at rest.
   *
   * @param quadrotor its parameters
   * @param position where [m, world], [3]
   * @param yaw heading [rad]
   */
  public LiveQuadrotor(QuadrotorParameters quadrotor, double[] position, double yaw) {
    float[] parameters = new float[QuadrotorLayout.PARAMETER_ROWS];
    QuadrotorRows.fill(quadrotor, QuadrotorRows.Surroundings.calm(1), parameters);
    for (int axis = 0; axis < 3; axis++) {
      state[QuadrotorLayout.POSITION + axis] = (float) position[axis];
    }
    state[QuadrotorLayout.ATTITUDE] = (float) Math.cos(yaw / 2);
    state[QuadrotorLayout.ATTITUDE + 3] = (float) Math.sin(yaw / 2);
    body.reset(rows.at(state, 0, 1), new Rows().at(parameters, 0, 1));
  }

  /**
   * Sets the force and torque from outside, until the next call.
   *
   * @param force [N, world], [3]
   * @param torque [N m, body], [3]
   */
  public void push(double[] force, double[] torque) {
    for (int axis = 0; axis < 3; axis++) {
      outside[QuadrotorLayout.FORCE + axis] = (float) force[axis];
      outside[LAYOUT.torque() + axis] = (float) torque[axis];
    }
    body.disturb(rows.at(outside, 0, 1));
  }

  /**
   * Advances by one step under collective and body rates.
   *
   * @param command collective [-1 for none, 1 for all], then body rates over the limits of {@link
   *     RateLoop#standard()} [-1 to 1], clamped, [4]
   */
  public void step(float[] command) {
    if (command.length != 4) {
      throw new EngineException(
          "A quadrotor was given %d commands; it takes collective and three body rates."
              .formatted(command.length));
    }
    body.step(rows.at(command, 0, 1));
  }

  /** Advances by one step with all rotors switched off. */
  public void coast() {
    body.coast();
  }

  /**
   * Reads the rigid body and its rotors.
   *
   * @param out written, rows as in {@link QuadrotorLayout}, at least {@link
   *     QuadrotorLayout#BODY_ROWS}
   */
  public void state(float[] out) {
    body.write(rows.at(state, 0, 1));
    System.arraycopy(state, 0, out, 0, QuadrotorLayout.BODY_ROWS);
  }
}
