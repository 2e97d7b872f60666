package eyas.assets.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class QuadrotorParametersTest {
  static final double[] GOOD = {
    1, 0.1, 0.5, 4, 0.1, 0.02, 0.05, 0.06, 0.01, 0.011, 0.02, 100, 90.9, 50, 0.1, 1.4, 2.8, 0, 0
  };

  static QuadrotorParameters quadrotor(double... v) {
    return new QuadrotorParameters(
        "test", v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12],
        v[13], v[14], v[15], v[16], v[17], v[18]);
  }

  private static void refused(int index, double value, String word) {
    UnaryOperator<double[]> change =
        values -> {
          double[] changed = values.clone();
          changed[index] = value;
          return changed;
        };
    assertThatExceptionOfType(IllegalRobotException.class)
        .as("parameter %d = %s", index, value)
        .isThrownBy(() -> quadrotor(change.apply(GOOD)))
        .withMessageContaining("`test`")
        .withMessageContaining(word)
        .withMessageContaining("must be");
  }

  @Test
  void derivedFiguresFollowTheirDefinitions() {
    QuadrotorParameters q = quadrotor(GOOD);
    assertThat(q.maxThrustPerRotor()).isCloseTo(4.6, within(1e-12));
    assertThat(q.thrustToWeight()).isCloseTo(4 * 4.6 / 9.81, within(1e-12));
    assertThat(q.torqueToInertia()).isCloseTo(Math.sqrt(2) * 0.1 * 4.6 / 0.01, within(1e-9));
    assertThat(q.yawAuthority()).isCloseTo(2 * 0.02 * 4.6 / 0.02, within(1e-12));
    assertThat(4 * q.thrust(q.hoverSpeed())).isCloseTo(9.81, within(1e-9));
  }

  @Test
  void impossibleParametersAreRefused() {
    refused(0, -1, "mass");
    refused(0, Double.NaN, "mass");
    refused(1, Double.POSITIVE_INFINITY, "c0");
    refused(1, 3, "resting rotor");
    refused(3, 1, "greatest thrust");
    refused(4, 0, "arm");
    refused(5, -0.01, "torque constant");
    refused(6, 0, "rise");
    refused(7, -1, "fall");
    refused(8, 0, "Jxx");
    refused(10, 0, "Jzz");
    refused(12, 0, "inverse inertia of Jyy");
    refused(11, 1, "Jxx times its inverse");
    refused(14, -1, "force deviation");
    refused(15, 0, "start distance");
    refused(16, Double.NaN, "termination distance");
    refused(17, -1, "horizontal drag");
    refused(18, -1, "vertical drag");
  }

  @Test
  void namedQuadrotorsFlyAndStateTheirSources() {
    assertThat(NamedQuadrotors.names())
        .containsExactly("crazyflie", "crazyflie-brushless", "hummingbird", "x500", "x500-gazebo");
    assertThat(NamedQuadrotors.all())
        .allSatisfy(q -> assertThat(q.thrustToWeight()).as(q.name()).isBetween(1.3, 11.0));
    QuadrotorParameters crazyflie = NamedQuadrotors.get("crazyflie");
    assertThat(crazyflie.mass()).isEqualTo(0.0316);
    assertThat(crazyflie.thrustToWeight())
        .isCloseTo(4 * 0.11104535 / (0.0316 * 9.81), within(1e-6));
    // the hover throttle that is published beside the curve
    assertThat(NamedQuadrotors.get("x500").hoverSpeed()).isCloseTo(0.5549636, within(1e-6));
    assertThat(NamedQuadrotors.sheet("x500").jxx().source().orElseThrow()).contains("x500_real.h");
    assertThatExceptionOfType(eyas.assets.config.ConfigException.class)
        .isThrownBy(() -> NamedQuadrotors.get("crazyfly"))
        .withMessageContaining("Did you mean `crazyflie`?");
  }
}
