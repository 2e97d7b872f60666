package eyas.policies.evaluate.baseline;

import eyas.assets.robot.NamedQuadrotors;
import eyas.assets.robot.QuadrotorParameters;
import eyas.policies.evaluate.EvaluationSettings;
import eyas.policies.evaluate.Evaluator;
import eyas.policies.evaluate.PolicyResult;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.device.ComputeDevice;
import eyas.sim.random.Philox;
import java.util.Collections;
import java.util.List;

/**
 * Searches for the cascade's tuning: a random walk that keeps what succeeds more often on
 * quadrotors of presets {@code raptor} and {@code default} that no evaluation flies. Run it by
 * hand; the result is {@link CascadeTuning#MOTORS}.
 */
final class PidTuning {
  private static final int QUADROTORS = 384;
  private static final long SEED = 4711;

  private PidTuning() {}

  /** Arguments: number of trials, 150 by default. */
  public static void main(String[] arguments) {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 150;
    try (ComputeDevice device = ComputeDevice.open("cpu");
        QuadrotorWorlds plain =
            new QuadrotorWorlds(device, device.nativeLanes(), "raptor", List.of(), QUADROTORS);
        QuadrotorWorlds harsh =
            new QuadrotorWorlds(device, device.nativeLanes(), "default", List.of(), QUADROTORS)) {
      List<QuadrotorWorlds> worlds = List.of(plain, harsh);
      Philox random = Philox.host(SEED, 9);
      CascadeTuning best = CascadeTuning.MOTORS;
      named(worlds, best);
      double highest = score(worlds, best, true);
      for (int i = 0; i < trials; i++) {
        CascadeTuning trial = step(best, random, i % 3 == 0 ? 0.6 : 0.25);
        double value = score(worlds, trial, false);
        if (value > highest) {
          highest = value;
          best = trial;
          System.out.println(i + ": " + value + " " + best);
          score(worlds, best, true);
        }
      }
    }
  }

  // what the cascade does with single quadrotors that exist
  private static void named(List<QuadrotorWorlds> worlds, CascadeTuning tuning) {
    for (QuadrotorParameters quadrotor : NamedQuadrotors.all()) {
      for (QuadrotorWorlds each : worlds) {
        List<QuadrotorParameters> copies = Collections.nCopies(QUADROTORS, quadrotor);
        QuadrotorSet set = QuadrotorSet.of(quadrotor.name(), each.model("motors"), copies, SEED);
        System.out.println("  " + quadrotor.name() + " " + fly(each, set, tuning, false).success());
      }
    }
  }

  private static PolicyResult fly(
      QuadrotorWorlds worlds, QuadrotorSet set, CascadeTuning tuning, boolean eights) {
    PidPolicy policy = PidPolicy.motors(NominalQuadrotor.MIDDLE, tuning);
    return new Evaluator(set, new EvaluationSettings(1, SEED, eights))
        .evaluate(List.of(worlds.stepByStep(policy, "motors")))
        .policies()
        .get(0);
  }

  // success and return weigh about the same: success alone would trade crashes for close flights
  private static double score(List<QuadrotorWorlds> worlds, CascadeTuning tuning, boolean speak) {
    double sum = 0;
    for (QuadrotorWorlds each : worlds) {
      QuadrotorSet set = QuadrotorSet.heldOut(each.model("motors"), QUADROTORS, SEED);
      PolicyResult result = fly(each, set, tuning, speak);
      sum += result.success().estimate() + 1e-3 * result.returns().estimate();
      if (speak) {
        System.out.println("  " + result.toMap());
      }
    }
    return sum;
  }

  private static CascadeTuning step(CascadeTuning t, Philox random, double size) {
    return new CascadeTuning(
        t.integralWeight() * factor(random, size),
        t.positionWeight() * factor(random, size),
        t.velocityWeight() * factor(random, size),
        t.positionEffort() * factor(random, size),
        t.tiltLag() * factor(random, size / 2),
        t.tiltRateWeight() * factor(random, size),
        t.tiltEffort() * factor(random, 2 * size),
        t.headingRateWeight() * factor(random, size),
        t.headingEffort() * factor(random, size),
        t.mostSideways() * factor(random, size / 2),
        Math.min(3, t.mostAngle() * factor(random, size / 2)),
        Math.min(0.4, t.mostTiltShare() * factor(random, size / 2)));
  }

  private static double factor(Philox random, double size) {
    return Math.exp(size * random.nextGaussian());
  }
}
