package eyas.distill.probe;

import eyas.distill.loop.DistillException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How well a linear map of the hidden state tells a property: the coefficient of determination R²
 * on the second half of the samples of a least-squares fit to the first half. RAPTOR found 0.949
 * for the thrust-to-weight ratio.
 *
 * @param property name of the property
 */
public record LinearProbe(String property) implements Probe {
  // keeps constant hidden units from making the normal equations singular
  private static final double RIDGE = 1e-9;

  @Override
  public String name() {
    return "hidden-state-r2-" + property;
  }

  @Override
  public double measure(ProbeData data) {
    int half = data.hidden().length / 2;
    DMatrixRMaj weights = fit(rows(data, 0, half), column(data, 0, half));
    int count = data.hidden().length;
    DMatrixRMaj predicted = new DMatrixRMaj(count - half, 1);
    CommonOps_DDRM.mult(rows(data, half, count), weights, predicted);
    return determination(predicted, column(data, half, count));
  }

  private static DMatrixRMaj rows(ProbeData data, int from, int to) {
    int width = data.hidden()[0].length;
    DMatrixRMaj matrix = new DMatrixRMaj(to - from, width + 1);
    for (int i = from; i < to; i++) {
      for (int j = 0; j < width; j++) {
        matrix.set(i - from, j, data.hidden()[i][j]);
      }
      matrix.set(i - from, width, 1);
    }
    return matrix;
  }

  private static DMatrixRMaj column(ProbeData data, int from, int to) {
    DMatrixRMaj matrix = new DMatrixRMaj(to - from, 1);
    for (int i = from; i < to; i++) {
      matrix.set(i - from, 0, data.property()[i]);
    }
    return matrix;
  }

  // (XᵀX + ridge) w = Xᵀy
  private static DMatrixRMaj fit(DMatrixRMaj x, DMatrixRMaj y) {
    DMatrixRMaj normal = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multTransA(x, x, normal);
    for (int i = 0; i < x.numCols; i++) {
      normal.add(i, i, RIDGE * x.numRows);
    }
    DMatrixRMaj right = new DMatrixRMaj(x.numCols, 1);
    CommonOps_DDRM.multTransA(x, y, right);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(x.numCols);
    if (!solver.setA(normal)) {
      throw new DistillException(
          "The hidden states of " + x.numRows + " samples hold a number that is not finite.");
    }
    DMatrixRMaj weights = new DMatrixRMaj(x.numCols, 1);
    solver.solve(right, weights);
    return weights;
  }

  private static double determination(DMatrixRMaj predicted, DMatrixRMaj truth) {
    double mean = CommonOps_DDRM.elementSum(truth) / truth.numRows;
    double residual = 0;
    double total = 0;
    for (int i = 0; i < truth.numRows; i++) {
      residual += Math.pow(truth.get(i) - predicted.get(i), 2);
      total += Math.pow(truth.get(i) - mean, 2);
    }
    return 1 - residual / total;
  }
}
