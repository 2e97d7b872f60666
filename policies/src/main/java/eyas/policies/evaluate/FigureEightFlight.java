package eyas.policies.evaluate;

import eyas.sim.task.World;
import eyas.sim.task.WorldSnapshot;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Arrays;

/**
 * Flies figure-eights: level and at rest at first, without disturbance and without a speed limit. A
 * quadrotor is lost when its distance to the moving target exceeds the termination position of its
 * parameters on any axis.
 */
public final class FigureEightFlight {
  private static final int ROWS = QuadrotorLayout.PARAMETER_ROWS;
  private static final int MOVING = 2;
  private static final int[] DISTURBANCES = {
    QuadrotorLayout.FORCE_DEVIATION,
    QuadrotorLayout.TORQUE_DEVIATION,
    QuadrotorLayout.GUST_DEVIATION,
    QuadrotorLayout.GUST_DEVIATION + 1
  };

  private final World world;
  private final float[] parameters;
  private final TermColumns position;
  private final float[] truth;

  /**
   * Prepares flights.
   *
   * @param world a world whose target moves as the parameters say
   * @param parameters (environments, parameter rows)
   */
  public FigureEightFlight(World world, float[] parameters) {
    this.world = world;
    this.parameters = parameters.clone();
    this.position = TermColumns.of(world.description(), Flight.TRUTH, Flight.POSITION);
    this.truth = new float[world.environments() * position.stride()];
  }

  /** Flies one figure-eight with every quadrotor. */
  public FigureEightScore fly(FlightPolicy policy, FigureEight eight, long seed) {
    int environments = world.environments();
    double period = world.description().controlPeriod();
    int steps = eight.steps(period);
    int ramp = steps - eight.countedSteps(period);
    int features = world.description().group(policy.group()).size();
    float[] observations = new float[environments * features];
    float[] actions = new float[environments * world.description().actions().size()];
    TrackingErrors errors = new TrackingErrors(environments);
    start(world, parameters, eight, seed);
    policy.start(environments);
    for (int step = 0; step < steps && !errors.allLost(); step++) {
      world.observe(policy.group(), observations);
      policy.act(observations, actions);
      errors.rest(actions);
      world.step(actions);
      world.observe(Flight.TRUTH, truth);
      errors.record(truth, position, this::limit, step >= ramp);
    }
    return new FigureEightScore(eight, errors.rootMeanSquares());
  }

  private double limit(int environment) {
    return parameters[environment * ROWS + QuadrotorLayout.TERM_POSITION];
  }

  /**
   * Starts every quadrotor in a world level and at rest where the target starts to move.
   *
   * @param world a world whose target moves as the parameters say
   * @param parameters (environments, parameter rows), not modified
   */
  public static void start(World world, float[] parameters, FigureEight eight, long seed) {
    world.reset(seed);
    world.setParameters(undisturbed(parameters, eight));
    world.resetAll();
    level(world);
  }

  /** Puts every quadrotor of a world level and at rest to the origin. */
  public static void level(World world) {
    WorldSnapshot start = world.save();
    float[] state = start.state().clone();
    int columns = state.length / world.description().stateRows();
    // at the origin, level and at rest; rotors and everything else as the reset left them
    Arrays.fill(state, 0, QuadrotorLayout.ROTORS * columns, 0);
    int scalar = QuadrotorLayout.ATTITUDE * columns;
    Arrays.fill(state, scalar, scalar + columns, 1);
    world.restore(new WorldSnapshot(start.seed(), state, start.parameters(), start.counters()));
  }

  private static float[] undisturbed(float[] parameters, FigureEight eight) {
    float[] calm = parameters.clone();
    for (int e = 0; e < calm.length / ROWS; e++) {
      for (int row : DISTURBANCES) {
        calm[e * ROWS + row] = 0;
      }
      calm[e * ROWS + QuadrotorLayout.REFERENCE_KIND] = MOVING;
      calm[e * ROWS + QuadrotorLayout.REFERENCE_PERIOD] = (float) eight.period();
    }
    return calm;
  }
}
