package eyas.policies.evaluate;

import eyas.sim.task.World;

/** Flies a policy in plain Java: the world steps, the policy answers, step by step. */
public final class HostFlights implements PolicyFlights {
  private final FlightPolicy policy;
  private final Flight flight;
  private final FigureEightFlight figureEight;

  /**
   * Prepares flights.
   *
   * @param position world with a resting target
   * @param figureEight world whose target moves as the parameter rows say
   * @param parameters (environments, parameter rows)
   */
  public HostFlights(FlightPolicy policy, World position, World figureEight, float[] parameters) {
    this.policy = policy;
    this.flight = new Flight(position, parameters);
    this.figureEight = new FigureEightFlight(figureEight, parameters);
  }

  @Override
  public FlightMetrics episode(long seed) {
    return flight.fly(policy, ObservationFilter.NONE, seed);
  }

  @Override
  public FigureEightScore figureEight(FigureEight eight, long seed) {
    return figureEight.fly(policy, eight, seed);
  }
}
