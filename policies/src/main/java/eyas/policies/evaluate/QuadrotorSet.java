package eyas.policies.evaluate;

import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorDistribution;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quadrotors of an evaluation, in surroundings drawn from a preset. Starts are the start set
 * {@code student} of the preset.
 *
 * @param name name of the set in reports
 * @param count number of quadrotors
 * @param parameters (quadrotors, parameter rows)
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record QuadrotorSet(String name, int count, float[] parameters) {
  private static final int SAMPLING_STREAM = 240;
  private static final int SURROUNDINGS_STREAM = 242;

  /** Checks the shape. */
  public QuadrotorSet {
    if (count < 1 || parameters.length != count * QuadrotorLayout.PARAMETER_ROWS) {
      throw new EvaluationException(
          "Quadrotor set '%s' has %d parameters for %d quadrotors; give %d for each of at least one."
              .formatted(name, parameters.length, count, QuadrotorLayout.PARAMETER_ROWS));
    }
  }

  /** Puts given quadrotors into surroundings of a preset; the seed fixes those. */
  public static QuadrotorSet of(
      String name, QuadrotorModel model, List<QuadrotorParameters> quadrotors, long seed) {
    int rows = QuadrotorLayout.PARAMETER_ROWS;
    float[] parameters = new float[quadrotors.size() * rows];
    float[] row = new float[rows];
    for (int q = 0; q < quadrotors.size(); q++) {
      Philox random = new Philox(seed, q, 0, 0, SURROUNDINGS_STREAM);
      model.fill(quadrotors.get(q), model.config().start().metres(), random, row);
      System.arraycopy(row, 0, parameters, q * rows, rows);
    }
    return new QuadrotorSet(name, quadrotors.size(), parameters);
  }

  /** Draws fresh quadrotors from a preset, without the extra weight that training puts on some. */
  public static QuadrotorSet heldOut(QuadrotorModel model, int count, long seed) {
    QuadrotorDistribution distribution = new QuadrotorDistribution(model.config(), false);
    List<QuadrotorParameters> drawn =
        IntStream.range(0, count)
            .mapToObj(
                q ->
                    distribution.sample(
                        "held-out-" + q, new Philox(seed, q, 0, 0, SAMPLING_STREAM)))
            .toList();
    return of("held-out", model, drawn, seed);
  }

  /** Returns a parameter of a quadrotor. */
  public float parameter(int quadrotor, int row) {
    return parameters[quadrotor * QuadrotorLayout.PARAMETER_ROWS + row];
  }

  /** Returns the torque-to-inertia ratio of a quadrotor, sqrt(2) arm F / Jxx [1/s²]. */
  public double torqueToInertia(int quadrotor) {
    double thrust = 0;
    for (int i = 0; i < 3; i++) {
      thrust += parameter(quadrotor, QuadrotorLayout.THRUST + i);
    }
    double arm = parameter(quadrotor, QuadrotorLayout.ARM);
    return Math.sqrt(2) * arm * thrust / parameter(quadrotor, QuadrotorLayout.INERTIA);
  }
}
