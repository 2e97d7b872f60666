package eyas.cli.quadrotor;

import eyas.assets.policy.GateReport;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.GateException;
import eyas.policies.evaluate.transfer.GateSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a bundle may be sealed. An ordinary seal needs a passed gate that asked for at least what
 * {@link GateSettings#standard(long)} asks for; every other seal is recorded as forced.
 */
final class Sealing {
  private static final GateSettings STANDARD = GateSettings.standard(0);

  private Sealing() {}

  /** Returns the sealed bundle of a folder; refuses one without a passed, usual gate. */
  static PolicyBundle ordinary(Path folder) {
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    GateReport report = report(bundle);
    requirePassed(bundle, report);
    if (weak(report)) {
      throw refused(bundle, "its gate asked for less than the usual. " + report.summary());
    }
    return bundle.seal(report);
  }

  /**
   * Returns the sealed bundle of a run with its own gate, which it must have passed; if that gate
   * asks for less than the usual, the seal is a forced one.
   */
  static PolicyBundle ofRun(Path folder, QuadrotorRunConfig.Gate gate) {
    if (!weak(gate.success(), gate.drop())) {
      return ordinary(folder);
    }
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    requirePassed(bundle, report(bundle));
    return bundle.sealForced(report(bundle), true);
  }

  /** Returns the sealed bundle of a folder, whatever its gate said. */
  static PolicyBundle forced(Path folder) {
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    GateReport report = report(bundle);
    return bundle.sealForced(report, weak(report));
  }

  private static GateReport report(PolicyBundle bundle) {
    return bundle
        .gate()
        .orElseGet(() -> new GateReport(false, "The transfer gate was never flown.", Map.of()));
  }

  private static void requirePassed(PolicyBundle bundle, GateReport report) {
    if (!report.passed()) {
      throw refused(bundle, report.summary());
    }
  }

  private static GateException refused(PolicyBundle bundle, String why) {
    return new GateException(
        "Policy '"
            + bundle.contract().name()
            + "' may not leave: "
            + why
            + " Fly it with ./eyas transfer, or seal it with --force; the bundle will say so.");
  }

  // a report that does not tell what was asked for counts as weak
  private static boolean weak(GateReport report) {
    return weak(
        number(report, "leastSuccess", Double.NEGATIVE_INFINITY),
        number(report, "mostDrop", Double.POSITIVE_INFINITY));
  }

  private static boolean weak(double success, double drop) {
    return success < STANDARD.leastSuccess() || drop > STANDARD.mostDrop();
  }

  private static double number(GateReport report, String key, double otherwise) {
    return report.numbers().get(key) instanceof Number value ? value.doubleValue() : otherwise;
  }
}
