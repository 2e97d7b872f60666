package eyas.sim.task.quadrotor;

import eyas.sim.random.Philox;

/** Random quadrotors, states and actions as rows [row][environment], drawn from a seed. */
record Draws(int environments, float[] states, float[] parameters, float[] actions) {

  static Draws of(QuadrotorModel model, int environments, long seed) {
    int rows = model.layout().stateRows();
    Draws draws =
        new Draws(
            environments,
            new float[rows * environments],
            new float[QuadrotorLayout.PARAMETER_ROWS * environments],
            new float[4 * environments]);
    for (int e = 0; e < environments; e++) {
      draws.draw(model, e, new Philox(seed, e, 0, 0, 40));
    }
    return draws;
  }

  private void draw(QuadrotorModel model, int e, Philox random) {
    float[] quadrotor = new float[QuadrotorLayout.PARAMETER_ROWS];
    model.sampleParameters(random, quadrotor);
    put(parameters, e, 0, quadrotor);
    put(states, e, 0, state(model.layout(), quadrotor, random));
    for (int i = 0; i < 4; i++) {
      actions[i * environments + e] = (float) random.uniform(-1.2, 1.2);
    }
  }

  private static float[] state(QuadrotorLayout layout, float[] quadrotor, Philox random) {
    float[] s = new float[layout.stateRows()];
    double reach = quadrotor[QuadrotorLayout.TERM_POSITION];
    normal(s, QuadrotorLayout.POSITION, 3, 0.6 * reach, random);
    normal(s, QuadrotorLayout.ATTITUDE, 4, 1, random);
    normal(s, QuadrotorLayout.VELOCITY, 3, 1.5, random);
    normal(s, QuadrotorLayout.BODY_RATES, 3, 12, random);
    normal(s, QuadrotorLayout.ACTION, 4, 0.7, random);
    normal(s, QuadrotorLayout.FORCE, 3, quadrotor[QuadrotorLayout.FORCE_DEVIATION], random);
    for (int i = 0; i < 4; i++) {
      s[QuadrotorLayout.ROTORS + i] = (float) random.uniform(0.02, 0.98);
    }
    unit(s);
    if (layout.disturbance()) {
      normal(s, layout.torque(), 3, quadrotor[QuadrotorLayout.TORQUE_DEVIATION], random);
      normal(s, layout.torque() + 3, 3, quadrotor[QuadrotorLayout.GUST_DEVIATION], random);
      normal(s, layout.torque() + 6, 3, quadrotor[QuadrotorLayout.GUST_DEVIATION + 1], random);
    }
    if (layout.delay()) {
      normal(s, layout.olderActions(), 8, 0.7, random);
    }
    if (layout.noise()) {
      normal(s, layout.noiseRow(), 12, 0.03, random);
    }
    if (layout.reference()) {
      normal(s, layout.referenceRow(), 12, 0.3, random);
    }
    return s;
  }

  private static void normal(float[] s, int row, int count, double deviation, Philox random) {
    for (int i = 0; i < count; i++) {
      s[row + i] = (float) (deviation * random.nextGaussian());
    }
  }

  private static void unit(float[] s) {
    double square = 0;
    for (int i = 0; i < 4; i++) {
      square += s[QuadrotorLayout.ATTITUDE + i] * s[QuadrotorLayout.ATTITUDE + i];
    }
    for (int i = 0; i < 4; i++) {
      s[QuadrotorLayout.ATTITUDE + i] /= (float) Math.sqrt(square);
    }
  }

  private void put(float[] rows, int e, int from, float[] values) {
    for (int i = 0; i < values.length; i++) {
      rows[(from + i) * environments + e] = values[i];
    }
  }

  /** Returns one environment's column of a buffer of rows. */
  double[] column(float[] rows, int e) {
    double[] out = new double[rows.length / environments];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i * environments + e];
    }
    return out;
  }

  /** Returns standard normal numbers, [rows][environments]. */
  float[] cotangents(int rows, long seed) {
    Philox random = Philox.host(seed, 41);
    float[] out = new float[rows * environments];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
