package eyas.policies.evaluate;

/** All that one policy flies in an evaluation, one environment for each quadrotor. */
public interface PolicyFlights {
  /**
   * Flies one episode of the position task with every quadrotor.
   *
   * @param seed fixes starts and disturbances
   */
  FlightMetrics episode(long seed);

  /**
   * Flies one figure-eight with every quadrotor.
   *
   * @param seed fixes what the sensors' noise is
   */
  FigureEightScore figureEight(FigureEight eight, long seed);
}
