package eyas.policies.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class RiccatiTest {
  @Test
  void scalarHasTheClosedForm() {
    // p = 1 + p - p²/(1 + p) for a = b = q = r = 1: the golden ratio
    DMatrixRMaj one = CommonOps_DDRM.diag(1);
    double golden = (1 + Math.sqrt(5)) / 2;
    assertThat(Riccati.cost(one, one, one, one).get(0)).isCloseTo(golden, within(1e-12));
    assertThat(Riccati.gain(one, one, one, one).get(0))
        .isCloseTo(golden / (1 + golden), within(1e-12));
  }

  @Test
  void solutionSatisfiesTheEquation() {
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 0.1, 0.01}, {0, 1, 0.1}, {0, 0, 0.8}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{0}, {0.01}, {0.2}});
    DMatrixRMaj q = CommonOps_DDRM.diag(3, 1, 0);
    DMatrixRMaj r = CommonOps_DDRM.diag(0.5);
    DMatrixRMaj p = Riccati.cost(a, b, q, r);
    DMatrixRMaj k = Riccati.gain(a, b, q, r);
    DMatrixRMaj closed = Matrices.plus(a, Matrices.scaled(-1, Matrices.times(b, k)));
    DMatrixRMaj right =
        Matrices.plus(q, Matrices.times(Matrices.transposed(a), Matrices.times(p, closed)));
    assertThat(Matrices.norm(Matrices.plus(right, Matrices.scaled(-1, p))))
        .isLessThan(1e-9 * Matrices.norm(p));
    // the closed loop is stable: its hundredth power vanishes
    DMatrixRMaj power = closed;
    for (int i = 0; i < 7; i++) {
      power = Matrices.times(power, power);
    }
    assertThat(Matrices.norm(power)).isLessThan(1e-2);
  }

  @Test
  void thrustCurveAndItsInverseAgree() {
    for (double speed = 0; speed <= 1; speed += 0.05) {
      double fraction = NominalQuadrotor.thrustFraction(speed);
      assertThat(NominalQuadrotor.speed(fraction)).isCloseTo(speed, within(1e-9));
    }
  }

  @Test
  void thrustEstimateFindsAnotherQuadrotor() {
    ThrustEstimate estimate = new ThrustEstimate();
    estimate.reset(NominalQuadrotor.MIDDLE);
    for (int i = 0; i < 30; i++) {
      estimate.learn(0.6 * 1.6 * 9.81, 0.6);
    }
    assertThat(estimate.value()).isCloseTo(1.6 * 9.81, within(0.5));
  }
}
