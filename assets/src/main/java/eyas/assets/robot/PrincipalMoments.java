package eyas.assets.robot;

import eyas.assets.spatial.Inertia;
import java.util.Arrays;

/** Eigenvalues of symmetric 3 x 3 matrices. */
final class PrincipalMoments {
  private static final int SWEEPS = 30;

  private PrincipalMoments() {}

  /** Returns the principal moments in rising order [kg m²]; cyclic Jacobi rotations. */
  static double[] of(Inertia inertia) {
    double[][] a = {
      {inertia.xx(), inertia.xy(), inertia.xz()},
      {inertia.xy(), inertia.yy(), inertia.yz()},
      {inertia.xz(), inertia.yz(), inertia.zz()}
    };
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      rotate(a, 0, 1);
      rotate(a, 0, 2);
      rotate(a, 1, 2);
    }
    double[] values = {a[0][0], a[1][1], a[2][2]};
    Arrays.sort(values);
    return values;
  }

  // makes a[p][q] zero
  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int k = 0; k < 3; k++) {
      double first = a[k][p];
      double second = a[k][q];
      a[k][p] = c * first - s * second;
      a[k][q] = s * first + c * second;
    }
    for (int k = 0; k < 3; k++) {
      double first = a[p][k];
      double second = a[q][k];
      a[p][k] = c * first - s * second;
      a[q][k] = s * first + c * second;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }
}
