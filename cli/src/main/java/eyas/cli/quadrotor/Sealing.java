package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.SealRule;
import eyas.policies.evaluate.transfer.GateSettings;
import java.nio.file.Path;

/**
 * How a quadrotor's bundle may be sealed: by a gate that asked for at least what {@link
 * GateSettings#standard(long)} asks for.
 */
final class Sealing {
  private static final GateSettings STANDARD = GateSettings.standard(0);
  private static final SealRule RULE = new SealRule(STANDARD.leastSuccess(), STANDARD.mostDrop());

  private Sealing() {}

  /** Returns the sealed bundle of a folder; refuses one without a passed, usual gate. */
  static PolicyBundle ordinary(Path folder) {
    return RULE.ordinary(folder);
  }

  /** Returns the sealed bundle of a run, forced if the run's gate asks for less than the usual. */
  static PolicyBundle ofRun(Path folder, QuadrotorRunConfig.Gate gate) {
    return RULE.ofRun(folder, new SealRule(gate.success(), gate.drop()));
  }

  /** Returns the sealed bundle of a folder, whatever its gate said. */
  static PolicyBundle forced(Path folder) {
    return RULE.forced(folder);
  }
}
