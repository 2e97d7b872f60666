package eyas.cli.run;

import eyas.assets.policy.GateReport;
import eyas.assets.policy.PolicyBundle;
import java.nio.file.Path;
import java.util.Map;

/**
 * How bundles of a task may be sealed. An ordinary seal needs a passed transfer gate that asked for
 * at least what this rule asks for; every other seal is recorded as forced.
 *
 * @param leastSuccess least success in the second engine, 0 to 1
 * @param mostDrop largest loss of success from the training engine to the second, 0 to 1
 */
public record SealRule(double leastSuccess, double mostDrop) {
  /** Returns the sealed bundle of a folder; refuses one without a passed, usual gate. */
  public PolicyBundle ordinary(Path folder) {
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    GateReport report = report(bundle);
    requirePassed(bundle, report);
    if (isWeak(report)) {
      throw refused(bundle, "its gate asked for less than the usual. " + report.summary());
    }
    return bundle.seal(report);
  }

  /**
   * Returns the sealed bundle of a run with its own gate, which it must have passed; if that gate
   * asks for less than the usual, the seal is a forced one.
   *
   * @param own what the run's gate asks for
   */
  public PolicyBundle ofRun(Path folder, SealRule own) {
    if (!own.isBelow(this)) {
      return ordinary(folder);
    }
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    requirePassed(bundle, report(bundle));
    return bundle.sealForced(report(bundle), true);
  }

  /** Returns the sealed bundle of a folder, whatever its gate said. */
  public PolicyBundle forced(Path folder) {
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    GateReport report = report(bundle);
    return bundle.sealForced(report, isWeak(report));
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
  private boolean isWeak(GateReport report) {
    return new SealRule(
            number(report, "leastSuccess", Double.NEGATIVE_INFINITY),
            number(report, "mostDrop", Double.POSITIVE_INFINITY))
        .isBelow(this);
  }

  private boolean isBelow(SealRule usual) {
    return leastSuccess < usual.leastSuccess || mostDrop > usual.mostDrop;
  }

  private static double number(GateReport report, String key, double otherwise) {
    return report.numbers().get(key) instanceof Number value ? value.doubleValue() : otherwise;
  }
}
