package eyas.policies.evaluate;

import eyas.sim.random.Philox;
import eyas.sim.task.TaskModel;
import eyas.sim.task.quadrotor.QuadrotorLayout;

/**
 * The quadrotors of an evaluation.
 *
 * @param name name of the set in reports
 * @param count number of quadrotors
 * @param parameters (quadrotors, parameter rows)
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record QuadrotorSet(String name, int count, float[] parameters) {
  private static final int SAMPLING_STREAM = 240;

  /** Checks the shape. */
  public QuadrotorSet {
    if (count < 1 || parameters.length != count * QuadrotorLayout.PARAMETER_ROWS) {
      throw new EvaluationException(
          "Quadrotor set '%s' has %d parameters for %d quadrotors; give %d for each of at least one."
              .formatted(name, parameters.length, count, QuadrotorLayout.PARAMETER_ROWS));
    }
  }

  /** Draws fresh quadrotors from a task's own distribution; the seed fixes them. */
  public static QuadrotorSet heldOut(TaskModel model, int count, long seed) {
    int rows = QuadrotorLayout.PARAMETER_ROWS;
    float[] parameters = new float[count * rows];
    float[] row = new float[rows];
    for (int q = 0; q < count; q++) {
      model.sampleParameters(new Philox(seed, q, 0, 0, SAMPLING_STREAM), row);
      System.arraycopy(row, 0, parameters, q * rows, rows);
    }
    return new QuadrotorSet("held-out", count, parameters);
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
