package eyas.cli.quadrotor;

import eyas.cli.run.Flight;
import eyas.policies.evaluate.FigureEight;
import eyas.policies.evaluate.FigureEightFlight;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.task.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Records flights for the animation: recovery from any attitude, hover, and figure-eights.
 *
 * @param worlds one environment for each quadrotor of the set
 * @param set quadrotors that are flown
 * @param seed fixes starts and disturbances
 */
record FlightRecorder(QuadrotorWorlds worlds, QuadrotorSet set, long seed) {
  // control periods between two points: 20 Hz
  private static final int STRIDE = 5;
  private static final double SECONDS = 5;
  private static final int LOOPS = 2;

  /** Records every scene. */
  List<Flight> all(Contestant contestant) {
    List<Flight> flights = new ArrayList<>(recovery(contestant));
    flights.addAll(hover(contestant));
    flights.addAll(figureEight(contestant, FigureEight.SLOW));
    flights.addAll(figureEight(contestant, FigureEight.FAST));
    return flights;
  }

  /** Records flights from the starts of the preset: any attitude, moving and turning. */
  List<Flight> recovery(Contestant contestant) {
    World world = started(contestant);
    return fly(contestant.policy(), world, QuadrotorTrace.resting("recovery", world), SECONDS);
  }

  /** Records flights from the target, level and at rest. */
  List<Flight> hover(Contestant contestant) {
    World world = started(contestant);
    FigureEightFlight.level(world);
    return fly(contestant.policy(), world, QuadrotorTrace.resting("hover", world), SECONDS);
  }

  /** Records the first loops of a figure-eight. */
  List<Flight> figureEight(Contestant contestant, FigureEight eight) {
    World world = worlds.figureEight(contestant.action());
    FigureEightFlight.start(world, set.parameters(), eight, seed);
    String scene = "figure-eight in " + eight.period() + " s";
    int row = worlds.figureEightModel(contestant.action()).layout().referenceRow();
    return fly(
        contestant.policy(),
        world,
        QuadrotorTrace.following(scene, world, row),
        eight.rampEnd() + LOOPS * eight.period());
  }

  private World started(Contestant contestant) {
    World world = worlds.position(contestant.action());
    world.reset(seed);
    world.setParameters(set.parameters());
    world.resetAll();
    return world;
  }

  private List<Flight> fly(FlightPolicy policy, World world, QuadrotorTrace trace, double seconds) {
    int environments = world.environments();
    double period = world.description().controlPeriod();
    int features = world.description().group(policy.group()).size();
    float[] observations = new float[environments * features];
    float[] actions = new float[environments * world.description().actions().size()];
    policy.start(environments);
    trace.record();
    for (int step = 1; step <= Math.round(seconds / period); step++) {
      world.observe(policy.group(), observations);
      policy.act(observations, actions);
      world.step(actions);
      trace.end();
      if (step % STRIDE == 0) {
        trace.record();
      }
    }
    return trace.flights(policy.name(), STRIDE * period);
  }
}
