package eyas.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandGuardTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final CommandChannel MOTOR = new CommandChannel("motor", -1, 1, 10, -1);
  private static final CommandChannel JOINT = new CommandChannel("joint", -2, 2, INFINITY, 0);

  private final CommandGuard guard = new CommandGuard(List.of(MOTOR, JOINT), 0.2);
  private final double[] out = new double[2];

  @Test
  void passesACommandThatKeepsEveryLimit() {
    assertThat(guard.filter(new double[] {-0.95, 1.5}, 0.1, 0.01, out)).isEqualTo(Verdict.PASSED);
    assertThat(out).containsExactly(-0.95, 1.5);
  }

  @Test
  void clipsToTheRange() {
    assertThat(guard.filter(new double[] {-7, 7}, 0, 0.01, out)).isEqualTo(Verdict.LIMITED);
    assertThat(out).containsExactly(-1, 2);
  }

  @Test
  void slowsToTheSlewLimitFromTheLastCommandThatLeft() {
    assertThat(guard.filter(new double[] {1, 0}, 0, 0.01, out)).isEqualTo(Verdict.LIMITED);
    assertThat(out[0]).isEqualTo(-0.9, within(1e-12));
    guard.filter(new double[] {1, 0}, 0, 0.02, out);
    assertThat(out[0]).isEqualTo(-0.7, within(1e-12));
  }

  @Test
  void holdsTheLastCommandWhenNoTimeHasPassed() {
    guard.filter(new double[] {-0.95, 1}, 0, 0.01, out);
    assertThat(guard.filter(new double[] {1, 2}, 0, -0.5, out)).isEqualTo(Verdict.LIMITED);
    assertThat(out).containsExactly(-0.95, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2001, 5, -0.001})
  void stopsAtOnceWhenTheDeadmanIsNotFresh(double age) {
    guard.filter(new double[] {1, 1}, 0, 10, out);
    assertThat(out).containsExactly(1, 1);
    assertThat(guard.filter(new double[] {1, 1}, age, 0.01, out)).isEqualTo(Verdict.DEADMAN);
    assertThat(out).containsExactly(-1, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, INFINITY, Double.NEGATIVE_INFINITY})
  void stopsWhenAnyNumberIsNotFinite(double bad) {
    guard.filter(new double[] {1, 1}, 0, 10, out);
    assertThat(guard.filter(new double[] {0, bad}, 0, 0.01, out)).isEqualTo(Verdict.NOT_FINITE);
    assertThat(out).containsExactly(-1, 0);
    assertThat(guard.filter(new double[] {0, 0}, bad, 0.01, out)).isEqualTo(Verdict.NOT_FINITE);
    assertThat(guard.filter(new double[] {0, 0}, 0, bad, out)).isEqualTo(Verdict.NOT_FINITE);
  }

  @Test
  void startsAgainFromTheSafeCommandAfterAStop() {
    guard.filter(new double[] {1, 1}, 0, 10, out);
    guard.filter(new double[] {1, 1}, 1, 0.01, out);
    guard.filter(new double[] {1, 1}, 0, 0.01, out);
    assertThat(out[0]).isEqualTo(-0.9, within(1e-12));
  }

  @Test
  void neverLeavesRangeOrSlewWhateverItIsGiven() {
    long seed = 20261122;
    Random random = new Random(seed);
    double[] before = {-1, 0};
    for (int step = 0; step < 10_000; step++) {
      double[] proposed = {3 * random.nextGaussian(), 3 * random.nextGaussian()};
      guard.filter(proposed, 0, 0.01, out);
      assertThat(out[0]).as("motor, seed %d, step %d", seed, step).isBetween(-1.0, 1.0);
      assertThat(out[1]).as("joint, seed %d, step %d", seed, step).isBetween(-2.0, 2.0);
      assertThat(Math.abs(out[0] - before[0])).isLessThanOrEqualTo(0.1 + 1e-12);
      System.arraycopy(out, 0, before, 0, 2);
    }
  }

  @Test
  void mayWriteIntoItsInput() {
    double[] both = {9, 9};
    guard.filter(both, 0, 1000, both);
    assertThat(both).containsExactly(1, 2);
  }

  @Test
  void givesTheSafeCommandForShutdown() {
    guard.safeCommand(out);
    assertThat(out).containsExactly(-1, 0);
  }

  @Test
  void refusesArraysOfAnotherLength() {
    assertThatThrownBy(() -> guard.filter(new double[3], 0, 0.01, out))
        .isInstanceOf(GuardException.class)
        .hasMessageContaining("'proposed' has 3 values")
        .hasMessageContaining("2 channels");
  }

  @Test
  void refusesLimitsThatCannotBeKept() {
    assertThatThrownBy(() -> new CommandChannel("m", 1, -1, 1, 0)).hasMessageContaining("[1.0");
    assertThatThrownBy(() -> new CommandChannel("m", -1, Double.NaN, 1, 0))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new CommandChannel("m", -1, 1, 0, 0)).hasMessageContaining("slew");
    assertThatThrownBy(() -> new CommandChannel("m", -1, 1, 1, 2)).hasMessageContaining("safe");
    assertThatThrownBy(() -> new CommandGuard(List.of(), 0.2)).hasMessageContaining("no channels");
    assertThatThrownBy(() -> new CommandGuard(List.of(MOTOR), 0)).hasMessageContaining("0.2 s");
  }
}
