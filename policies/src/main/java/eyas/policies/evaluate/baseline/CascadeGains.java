package eyas.policies.evaluate.baseline;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Gains of the cascade, each from a Riccati equation of a linear model of the nominal quadrotor at
 * hover.
 *
 * @param position gain on position error [m s], position [m], velocity [m/s] and acceleration
 *     [m/s²] to a desired acceleration [m/s²]
 * @param tilt gain on tilt [rad], body rate [rad/s] and angular acceleration [rad/s²] to a desired
 *     angular acceleration [rad/s²]
 * @param heading the same about the thrust axis
 * @param rate gain on an angle [rad] and a body rate [rad/s] to a desired body rate [rad/s]
 */
@SuppressWarnings("ArrayRecordComponent") // four short rows of constants
record CascadeGains(double[] position, double[] tilt, double[] heading, double[] rate) {
  private static final double PERIOD = 0.01;
  // time in which body rates follow their setpoints [s]
  private static final double RATE_LAG = 0.05;

  /** Solves for the gains. */
  static CascadeGains of(NominalQuadrotor nominal, CascadeTuning t) {
    double[] position = {t.integralWeight(), t.positionWeight(), t.velocityWeight(), 0};
    return new CascadeGains(
        gain(chain(t.tiltLag(), 3), position, t.positionEffort()),
        gain(chain(nominal.motorLag(), 2), new double[] {1, t.tiltRateWeight(), 0}, t.tiltEffort()),
        gain(
            chain(nominal.motorLag(), 2),
            new double[] {1, t.headingRateWeight(), 0},
            t.headingEffort()),
        gain(chain(RATE_LAG, 1), new double[] {1, 0}, 0.02));
  }

  // integrators in a row behind a first-order lag: x1' = x2, ..., xn' = (u - xn) / lag
  private static DMatrixRMaj chain(double lag, int integrators) {
    int n = integrators + 1;
    DMatrixRMaj rates = new DMatrixRMaj(n + 1, n + 1);
    for (int i = 0; i < integrators; i++) {
      rates.set(i, i + 1, 1);
    }
    rates.set(n - 1, n - 1, -1 / lag);
    rates.set(n - 1, n, 1 / lag);
    return discrete(rates);
  }

  // zero-order hold: the exponential series of [A B; 0 0] over one period
  private static DMatrixRMaj discrete(DMatrixRMaj rates) {
    DMatrixRMaj sum = Matrices.identity(rates.numRows);
    DMatrixRMaj term = sum;
    for (int k = 1; k <= 12; k++) {
      term = Matrices.scaled(PERIOD / k, Matrices.times(term, rates));
      sum = Matrices.plus(sum, term);
    }
    return sum;
  }

  private static double[] gain(DMatrixRMaj model, double[] weights, double effort) {
    int n = weights.length;
    DMatrixRMaj a = Matrices.part(model, n, 0, n);
    DMatrixRMaj b = Matrices.part(model, n, n, 1);
    return Riccati.gain(a, b, CommonOps_DDRM.diag(weights), CommonOps_DDRM.diag(effort)).getData();
  }
}
