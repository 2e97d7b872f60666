package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.policies.evaluate.baseline.NominalQuadrotor;
import eyas.policies.evaluate.baseline.PidPolicy;
import eyas.policies.evaluate.transfer.GateSettings;
import eyas.policies.evaluate.transfer.TransferReport;
import eyas.policies.evaluate.transfer.TransferTest;
import eyas.sim.device.ComputeDevice;
import eyas.sim.engine.bullet.BulletEngine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flies the classical baseline in real worlds. */
class FlightTest {
  private static final int COUNT = 64;
  private static final long SEED = 5;
  private static ComputeDevice device;
  private static QuadrotorWorlds worlds;
  private static QuadrotorSet set;

  @BeforeAll
  static void open() {
    device = ComputeDevice.open("cpu");
    worlds = new QuadrotorWorlds(device, device.nativeLanes(), "raptor", List.of(), COUNT);
    set = QuadrotorSet.heldOut(worlds.model("motors"), COUNT, SEED);
  }

  @AfterAll
  static void close() {
    worlds.close();
    device.close();
  }

  private static PidPolicy motors() {
    return PidPolicy.motors(NominalQuadrotor.MIDDLE);
  }

  @Test
  void baselineHoversAndTracksWithMotorsAndRates() {
    Evaluator evaluator = new Evaluator(set, new EvaluationSettings(2, SEED, false));
    PidPolicy rates = PidPolicy.rates(NominalQuadrotor.MIDDLE, 6, 3);
    EvaluationReport report =
        evaluator.evaluate(List.of(worlds.pilot(motors(), "motors"), worlds.pilot(rates, "rates")));
    PolicyResult pid = report.policies().get(0);
    PolicyResult pidRates = report.policies().get(1);
    assertThat(pid.success().estimate()).as("seed %d: %s", SEED, pid).isGreaterThan(0.75);
    assertThat(pidRates.success().estimate()).as("seed %d: %s", SEED, pidRates).isGreaterThan(0.9);
    FigureEightScore slow =
        new FigureEightFlight(worlds.figureEight("rates"), set.parameters())
            .fly(rates, FigureEight.SLOW, SEED);
    assertThat(slow.median()).as("seed %d", SEED).isBetween(0.005, 0.3);
    assertThat(slow.lostFraction()).as("seed %d", SEED).isLessThan(0.2);
  }

  @Test
  void sameSeedGivesTheSameScoresAndAnotherSeedOthers() {
    Pilot pilot = worlds.pilot(motors(), "motors");
    double[] first = returns(pilot, SEED);
    assertThat(returns(pilot, SEED)).containsExactly(first);
    assertThat(returns(pilot, SEED + 1)).isNotEqualTo(first);
  }

  private static double[] returns(Pilot pilot, long seed) {
    EvaluationSettings settings = new EvaluationSettings(1, seed, false);
    return new Evaluator(set, settings).score(pilot).episodes().returns();
  }

  @Test
  void heldOutQuadrotorsFollowTheSeed() {
    var model = worlds.model("motors");
    assertThat(QuadrotorSet.heldOut(model, COUNT, SEED).parameters())
        .containsExactly(set.parameters());
    assertThat(QuadrotorSet.heldOut(model, COUNT, SEED + 1).parameters())
        .isNotEqualTo(set.parameters());
    assertThat(set.torqueToInertia(0)).isBetween(40.0, 1200.0);
  }

  @Test
  void worldsMustFitTheSet() {
    QuadrotorSet small = QuadrotorSet.heldOut(worlds.model("motors"), COUNT - 1, SEED);
    Evaluator evaluator = new Evaluator(small, new EvaluationSettings(1, SEED, false));
    assertThatThrownBy(() -> evaluator.score(worlds.pilot(motors(), "motors")))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("64")
        .hasMessageContaining("63");
  }

  @Test
  void bothEnginesAgreeOnPerturbedFlights() {
    PidPolicy rates = PidPolicy.rates(NominalQuadrotor.MIDDLE, 6, 3);
    try (QuadrotorWorlds robust =
        new QuadrotorWorlds(device, device.nativeLanes(), "default", List.of(), COUNT)) {
      QuadrotorSet drawn = QuadrotorSet.heldOut(robust.model("rates"), COUNT, SEED);
      TransferReport report =
          new TransferTest(
                  robust.position("rates"),
                  robust.hosted("rates", BulletEngine::new),
                  drawn,
                  GateSettings.standard(SEED))
              .test(rates);
      assertThat(report.flights()).isEqualTo(COUNT);
      assertThat(report.training().estimate()).as(report.summary()).isGreaterThan(0.4);
      assertThat(report.second().estimate())
          .as(report.summary())
          .isCloseTo(report.training().estimate(), within(0.15));
    }
  }
}
