package eyas.cli.quadrotor;

import eyas.cli.run.Flight;
import eyas.sim.task.World;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been recorded of the flights in a world. A flight's record stops when it fails. */
final class QuadrotorTrace {
  private final String scene;
  private final World world;
  private final Optional<Integer> referenceRow;
  private final boolean[] failed;
  private final boolean[] over;
  private final List<List<float[]>> positions = new ArrayList<>();
  private final List<List<float[]>> orientations = new ArrayList<>();
  private final List<List<float[]>> references = new ArrayList<>();

  private QuadrotorTrace(String scene, World world, Optional<Integer> referenceRow) {
    this.scene = scene;
    this.world = world;
    this.referenceRow = referenceRow;
    this.failed = new boolean[world.environments()];
    this.over = new boolean[world.environments()];
    for (int e = 0; e < over.length; e++) {
      positions.add(new ArrayList<>());
      orientations.add(new ArrayList<>());
      references.add(new ArrayList<>());
    }
  }

  /** Starts a record around a target that rests at the origin. */
  static QuadrotorTrace resting(String scene, World world) {
    return new QuadrotorTrace(scene, world, Optional.empty());
  }

  /** Starts a record around a target whose position lies in three state rows. */
  static QuadrotorTrace following(String scene, World world, int referenceRow) {
    return new QuadrotorTrace(scene, world, Optional.of(referenceRow));
  }

  /** Stops the records of the flights that failed in the last step. */
  void end() {
    world.terminated(failed);
    for (int e = 0; e < over.length; e++) {
      over[e] |= failed[e];
    }
  }

  /** Adds a point to every flight that has not failed. */
  void record() {
    float[] state = world.save().state();
    for (int e = 0; e < over.length; e++) {
      if (!over[e]) {
        positions.get(e).add(rows(state, QuadrotorLayout.POSITION, 3, e));
        orientations.get(e).add(rows(state, QuadrotorLayout.ATTITUDE, 4, e));
        int environment = e;
        references
            .get(e)
            .add(referenceRow.map(row -> rows(state, row, 3, environment)).orElse(new float[3]));
      }
    }
  }

  private float[] rows(float[] state, int first, int count, int environment) {
    int columns = state.length / world.description().stateRows();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = state[(first + i) * columns + environment];
    }
    return values;
  }

  /** Returns the records, one for each quadrotor. */
  List<Flight> flights(String policy, double period) {
    List<Flight> flights = new ArrayList<>();
    for (int e = 0; e < over.length; e++) {
      flights.add(
          new Flight(
              scene, policy, period, positions.get(e), orientations.get(e), references.get(e)));
    }
    return flights;
  }
}
