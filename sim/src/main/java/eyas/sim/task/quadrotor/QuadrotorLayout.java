package eyas.sim.task.quadrotor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each quantity lies in the state and parameter buffers. Fixed rows come first; parts that a
 * preset does not need take no rows.
 *
 * @param rates actions are collective thrust and body rates instead of four motor commands
 * @param delay commands may be delayed by up to three control periods
 * @param drag rotor drag acts on the air-relative velocity
 * @param disturbance constant torque and gusting force and torque act, besides the constant force
 * @param noise sensors are noisy
 * @param reference the target moves (Langevin or Lissajous)
 */
public record QuadrotorLayout(
    boolean rates,
    boolean delay,
    boolean drag,
    boolean disturbance,
    boolean noise,
    boolean reference) {
  /** State row of the position [m, world], 3 rows. */
  public static final int POSITION = 0;

  /** State row of the attitude (w, x, y, z), body to world, 4 rows. */
  public static final int ATTITUDE = 3;

  /** State row of the linear velocity [m/s, world], 3 rows. */
  public static final int VELOCITY = 7;

  /** State row of the body rates [rad/s, body], 3 rows. */
  public static final int BODY_RATES = 10;

  /** State row of the rotor speeds [0 to 1], 4 rows. */
  public static final int ROTORS = 13;

  /** State row of the last command, unclamped, 4 rows. */
  public static final int ACTION = 17;

  /** State row of the constant disturbance force [N, world], 3 rows. */
  public static final int FORCE = 21;

  /** Rows of the rigid body and its rotors: what an engine integrates. */
  public static final int BODY_ROWS = 17;

  /** Parameter rows: thrust curve f = c0 + c1 w + c2 w² [N] per rotor, 3 rows. */
  public static final int THRUST = 0;

  /** Parameter row: rotor position x = y [m]. */
  public static final int ARM = 3;

  /** Parameter row: rotor torque over thrust [m]. */
  public static final int TORQUE_CONSTANT = 4;

  /** Parameter row: 1 / mass [1/kg]. */
  public static final int INVERSE_MASS = 5;

  /** Parameter rows: principal inertias [kg m²], 3 rows. */
  public static final int INERTIA = 6;

  /** Parameter rows: inverse inertias [1/(kg m²)], 3 rows. */
  public static final int INVERSE_INERTIA = 9;

  /** Parameter row: 1 / motor time constant when speeding up [1/s]. */
  public static final int INVERSE_RISE = 12;

  /** Parameter row: 1 / motor time constant when slowing down [1/s]. */
  public static final int INVERSE_FALL = 13;

  /** Parameter row: an episode ends beyond this distance per axis [m]. */
  public static final int TERM_POSITION = 14;

  /** Parameter row: starts lie within this distance per axis [m]. */
  public static final int INIT_POSITION = 15;

  /** Parameter row: standard deviation of the constant force [N]. */
  public static final int FORCE_DEVIATION = 16;

  /** Parameter rows: drag across and along the rotor axis [N s/m], 2 rows. */
  public static final int DRAG = 17;

  /** Parameter row: command delay [control periods], 0 to 3. */
  public static final int DELAY = 19;

  /** Parameter row: standard deviation of the constant torque [N m]. */
  public static final int TORQUE_DEVIATION = 20;

  /** Parameter rows: standard deviations of gust force [N] and torque [N m], 2 rows. */
  public static final int GUST_DEVIATION = 21;

  /** Parameter rows: rate loop's gain per axis [command/(rad/s)], 3 rows. */
  public static final int RATE_GAIN = 23;

  /** Parameter rows: rate loop's damping per axis [command/(rad/s²)], 3 rows. */
  public static final int RATE_DAMPING = 26;

  /** Parameter row: 0 fixed target, 1 Langevin, 2 Lissajous figure-eight. */
  public static final int REFERENCE_KIND = 29;

  /** Parameter row: period of one figure-eight [s]. */
  public static final int REFERENCE_PERIOD = 30;

  /** Parameter rows: what a conditioned teacher is told of the quadrotor, normalised, 6 rows. */
  public static final int FEATURE = 31;

  /** Number of parameter rows. */
  public static final int PARAMETER_ROWS = 37;

  /** Returns the first state row of torque (3), gust force (3) and gust torque (3). */
  public int torque() {
    return FORCE + 3;
  }

  /** Returns the first of 8 state rows with the two commands before the last. */
  public int olderActions() {
    return torque() + (disturbance ? 9 : 0);
  }

  /** Returns the first of 12 state rows: noise of position, attitude, velocity and body rates. */
  public int noiseRow() {
    return olderActions() + (delay ? 8 : 0);
  }

  /** Returns the first of 12 state rows: target position, velocity, and their unsmoothed twins. */
  public int referenceRow() {
    return noiseRow() + (noise ? 12 : 0);
  }

  /** Returns the number of state rows. */
  public int stateRows() {
    return referenceRow() + (reference ? 12 : 0);
  }

  /** Returns the defines that tell the kernels of this layout. */
  public Map<String, String> defines() {
    Map<String, String> defines = new LinkedHashMap<>();
    defines.put("RATES", flag(rates));
    defines.put("DELAYED", flag(delay));
    defines.put("DRAGGED", flag(drag));
    defines.put("DISTURBED", flag(disturbance));
    defines.put("NOISY", flag(noise));
    defines.put("REFERENCED", flag(reference));
    defines.put("TORQUE_ROW", Integer.toString(torque()));
    defines.put("OLDER_ROW", Integer.toString(olderActions()));
    defines.put("NOISE_ROW", Integer.toString(noiseRow()));
    defines.put("REFERENCE_ROW", Integer.toString(referenceRow()));
    return defines;
  }

  private static String flag(boolean on) {
    return on ? "1" : "0";
  }
}
