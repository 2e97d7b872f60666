package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.policies.evaluate.transfer.GateSettings;
import eyas.policies.evaluate.transfer.PerturbationRanges;
import eyas.policies.evaluate.transfer.TransferReport;
import eyas.policies.evaluate.transfer.TransferTest;
import eyas.sim.engine.bullet.BulletEngine;
import eyas.sim.task.World;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.nio.file.Path;
import java.util.List;

/**
 * Flies a policy through the transfer gate: training engine and JBullet, the same perturbations.
 */
final class GateFlight {
  private static final String PRESET = "default";

  private GateFlight() {}

  /** Attaches a report to a bundle, unless it is sealed: a seal keeps the report it was made of. */
  static void keep(Path folder, TransferReport report) {
    PolicyBundle bundle = PolicyBundle.load(folder);
    if (!bundle.isSealed()) {
      bundle.withGate(report.gate()).save(folder);
    }
  }

  /** Flies through the gate; {@code overrides} change the preset. */
  static TransferReport fly(
      QuadrotorLab lab,
      QuadrotorRunConfig.Gate gate,
      Contestant contestant,
      List<String> overrides,
      long seed) {
    GateSettings settings =
        new GateSettings(gate.success(), gate.drop(), 1, seed, PerturbationRanges.STANDARD);
    try (QuadrotorWorlds worlds =
        new QuadrotorWorlds(lab.device(), lab.lanes(), PRESET, overrides, gate.quadrotors())) {
      QuadrotorModel model = worlds.model(contestant.action());
      QuadrotorSet set = QuadrotorSet.heldOut(model, gate.quadrotors(), seed);
      World second =
          worlds.hosted(
              contestant.action(),
              (layout, environments) -> new BulletEngine(layout, environments));
      return new TransferTest(worlds.position(contestant.action()), second, set, settings)
          .test(contestant.policy());
    }
  }
}
