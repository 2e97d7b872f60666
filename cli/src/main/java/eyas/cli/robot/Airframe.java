package eyas.cli.robot;

import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.engine.RateLoop;
import eyas.sim.engine.bullet.LiveQuadrotor;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Optional;

/** The quadrotor in JBullet, on the ground or in the wind. One thread advances it, any may look. */
final class Airframe {
  private static final long NANOSECONDS = Math.round(LiveQuadrotor.STEP * 1e9);
  private static final RateLoop LIMITS = RateLoop.standard();

  private final LiveQuadrotor engine;
  private final QuadrotorParameters quadrotor;
  private final Ground ground;
  private final Wind wind;
  private final float[] rows = new float[QuadrotorLayout.BODY_ROWS];
  private final float[] command = new float[4];
  private final double[] force = new double[3];
  private volatile BodyState state;

  /** Puts the robot to its start. */
  Airframe(RobotConfig config, long time) {
    quadrotor = config.quadrotor();
    engine = new LiveQuadrotor(quadrotor, new double[] {0, 0, config.height()}, 0);
    ground = new Ground(quadrotor);
    wind = new Wind(config.wind(), config.seed());
    double[] resting = {0, 0, QuadrotorParameters.GRAVITY};
    state =
        new BodyState(
            time,
            new double[] {0, 0, config.height()},
            Attitude.LEVEL,
            new double[3],
            new double[3],
            resting);
  }

  /** The state now. */
  BodyState state() {
    return state;
  }

  /** Whether a foot stands on the ground. */
  boolean onGround() {
    return ground.touched();
  }

  /**
   * Advances by one millisecond.
   *
   * @param wanted thrust and body rates, or nothing for rotors that are switched off
   */
  void advance(Optional<RateCommand> wanted) {
    ground.press(state);
    double[] air = wind.advance(LiveQuadrotor.STEP);
    double[] drag = {
      quadrotor.dragHorizontal(), quadrotor.dragHorizontal(), quadrotor.dragVertical()
    };
    for (int axis = 0; axis < 3; axis++) {
      force[axis] = ground.force()[axis] + drag[axis] * air[axis];
    }
    engine.push(force, ground.torque());
    wanted.ifPresentOrElse(this::step, engine::coast);
    read();
  }

  private void step(RateCommand wanted) {
    command[0] = (float) (2 * wanted.thrust() - 1);
    for (int axis = 0; axis < 3; axis++) {
      command[1 + axis] = (float) (wanted.rate(axis) / LIMITS.rate(axis));
    }
    engine.step(command);
  }

  private void read() {
    engine.state(rows);
    Attitude attitude = new Attitude(rows[3], rows[4], rows[5], rows[6]);
    double[] velocity = three(QuadrotorLayout.VELOCITY);
    double[] felt = new double[3];
    // an accelerometer does not feel gravity
    for (int axis = 0; axis < 3; axis++) {
      felt[axis] = (velocity[axis] - state.velocity()[axis]) / LiveQuadrotor.STEP;
    }
    felt[2] += QuadrotorParameters.GRAVITY;
    state =
        new BodyState(
            state.time() + NANOSECONDS,
            three(QuadrotorLayout.POSITION),
            attitude,
            velocity,
            three(QuadrotorLayout.BODY_RATES),
            attitude.toBody(felt));
  }

  private double[] three(int row) {
    return new double[] {rows[row], rows[row + 1], rows[row + 2]};
  }
}
