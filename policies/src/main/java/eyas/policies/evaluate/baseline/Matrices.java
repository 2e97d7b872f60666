package eyas.policies.evaluate.baseline;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Matrix algebra that returns new matrices. */
final class Matrices {
  private Matrices() {}

  static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, product);
    return product;
  }

  static DMatrixRMaj plus(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.add(a, b, new DMatrixRMaj(a.numRows, a.numCols));
  }

  static DMatrixRMaj scaled(double factor, DMatrixRMaj a) {
    DMatrixRMaj result = new DMatrixRMaj(a.numRows, a.numCols);
    CommonOps_DDRM.scale(factor, a, result);
    return result;
  }

  static DMatrixRMaj transposed(DMatrixRMaj a) {
    return CommonOps_DDRM.transpose(a, new DMatrixRMaj(a.numCols, a.numRows));
  }

  static DMatrixRMaj identity(int size) {
    return CommonOps_DDRM.identity(size);
  }

  static DMatrixRMaj part(DMatrixRMaj a, int rows, int column, int columns) {
    return CommonOps_DDRM.extract(a, 0, rows, column, column + columns);
  }

  static double norm(DMatrixRMaj a) {
    return NormOps_DDRM.normF(a);
  }

  /** Returns X of A X = B. */
  static DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj result = new DMatrixRMaj(a.numCols, b.numCols);
    if (!CommonOps_DDRM.solve(a, b, result)) {
      throw new IllegalArgumentException(
          "A matrix of %d rows is singular; the regulator's weights must be positive."
              .formatted(a.numRows));
    }
    return result;
  }
}
