package eyas.policies.evaluate.baseline;

import static eyas.policies.evaluate.baseline.Matrices.identity;
import static eyas.policies.evaluate.baseline.Matrices.norm;
import static eyas.policies.evaluate.baseline.Matrices.plus;
import static eyas.policies.evaluate.baseline.Matrices.solve;
import static eyas.policies.evaluate.baseline.Matrices.times;
import static eyas.policies.evaluate.baseline.Matrices.transposed;

import eyas.policies.evaluate.EvaluationException;
import org.ejml.data.DMatrixRMaj;

/** Infinite-horizon linear-quadratic regulator in discrete time. */
public final class Riccati {
  private static final int LIMIT = 100;
  private static final double TOLERANCE = 1e-12;

  private Riccati() {}

  /**
   * Returns the gain K of u = -K x that minimises the sum of xᵀQx + uᵀRu under x' = Ax + Bu, from
   * the stabilising solution of the discrete algebraic Riccati equation by structured doubling
   * (Chu, Fan, Lin and Wang 2004).
   *
   * @param a n × n
   * @param b n × m
   * @param q n × n, positive semidefinite
   * @param r m × m, positive definite
   */
  public static DMatrixRMaj gain(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj q, DMatrixRMaj r) {
    DMatrixRMaj p = cost(a, b, q, r);
    DMatrixRMaj weighted = times(transposed(b), p);
    return solve(plus(r, times(weighted, b)), times(weighted, a));
  }

  /** Returns the stabilising solution P of the Riccati equation; arguments as {@link #gain}. */
  static DMatrixRMaj cost(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj q, DMatrixRMaj r) {
    DMatrixRMaj step = a;
    DMatrixRMaj g = times(b, solve(r, transposed(b)));
    DMatrixRMaj h = q;
    for (int i = 0; i < LIMIT; i++) {
      // one doubling: 2^i steps of the horizon become 2^(i + 1)
      DMatrixRMaj w = plus(identity(a.numRows), times(g, h));
      DMatrixRMaj advanced = solve(w, step);
      DMatrixRMaj growth = times(transposed(step), times(h, advanced));
      g = plus(g, times(step, times(solve(w, g), transposed(step))));
      h = plus(h, growth);
      step = times(step, advanced);
      if (norm(growth) <= TOLERANCE * norm(h)) {
        return h;
      }
    }
    throw new EvaluationException(
        "The Riccati equation did not converge in %d doublings; (A, B) must be stabilisable."
            .formatted(LIMIT));
  }
}
