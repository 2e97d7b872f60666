package eyas.policies.evaluate;

import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.sim.task.World;
import java.util.Arrays;

/**
 * Flies a fused policy on the device, each flight in one launch. The worlds give starts and random
 * numbers, so that a flight differs from the one in plain Java by rounding alone. A flight in which
 * a number was not finite is flown again in plain Java, which says where.
 */
public final class KernelFlights implements PolicyFlights {
  private final PolicyFlights host;
  private final World position;
  private final World figureEight;
  private final Programs programs;
  private final float[] weights;
  private final float[] parameters;

  /**
   * The kernels of a network, one program for each world.
   *
   * @param position flies in the world with a resting target
   * @param figureEight flies in the world whose target moves
   */
  public record Programs(FlightProgram position, FlightProgram figureEight)
      implements AutoCloseable {
    @Override
    public void close() {
      position.close();
      figureEight.close();
    }
  }

  /**
   * Prepares flights.
   *
   * @param host flies when the kernels cannot judge
   * @param position world with a resting target
   * @param figureEight world whose target moves as the parameter rows say
   * @param programs kernels of the policy's network in both worlds
   * @param weights weights of the policy, packed
   * @param parameters (environments, parameter rows)
   */
  public KernelFlights(
      PolicyFlights host,
      World position,
      World figureEight,
      Programs programs,
      float[] weights,
      float[] parameters) {
    this.host = host;
    this.position = position;
    this.figureEight = figureEight;
    this.programs = programs;
    this.weights = weights;
    this.parameters = parameters;
  }

  @Override
  public FlightMetrics episode(long seed) {
    Flight.start(position, parameters, seed);
    int steps = position.description().episodeSteps();
    FlightRecord record =
        fly(programs.position(), position, steps, Flight.steadySteps(position.description()));
    return record.anyBroken() ? host.episode(seed) : FlightMetrics.of(record);
  }

  @Override
  public FigureEightScore figureEight(FigureEight eight, long seed) {
    FigureEightFlight.start(figureEight, parameters, eight, seed);
    double period = figureEight.description().controlPeriod();
    FlightRecord record =
        fly(programs.figureEight(), figureEight, eight.steps(period), eight.countedSteps(period));
    return record.anyBroken() ? host.figureEight(eight, seed) : score(eight, record);
  }

  private FlightRecord fly(FlightProgram program, World world, int steps, int last) {
    program.weights(weights);
    return program.fly(world.save(), steps, last);
  }

  private static FigureEightScore score(FigureEight eight, FlightRecord record) {
    double[] errors = new double[record.failed().length];
    Arrays.setAll(
        errors, q -> record.failed()[q] ? Double.NaN : Math.sqrt(record.tailSquares()[q]));
    return new FigureEightScore(eight, errors);
  }
}
