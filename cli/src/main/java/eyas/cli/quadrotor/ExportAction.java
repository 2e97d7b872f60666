package eyas.cli.quadrotor;

import eyas.assets.policy.GateReport;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.GateException;
import eyas.cli.run.TaskAction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code export}: seals named bundles that passed the transfer gate. */
final class ExportAction implements TaskAction {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    boolean force = request.argument("force").isPresent();
    Map<String, Object> sealed = new LinkedHashMap<>();
    for (Path folder : request.policies()) {
      PolicyBundle bundle = seal(folder, force);
      Path out = request.argument("out").map(Path::of).orElse(folder);
      bundle.save(out);
      sealed.put(
          bundle.contract().name(),
          Map.of("folder", out.toString(), "sha256", bundle.seal().orElseThrow().sha256()));
    }
    return ActionResult.of(sealed);
  }

  /** Returns the sealed bundle of a folder; refuses one that did not pass, unless forced. */
  static PolicyBundle seal(Path folder, boolean force) {
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    GateReport gate =
        bundle
            .gate()
            .orElseGet(() -> new GateReport(false, "The transfer gate was never flown.", Map.of()));
    if (force) {
      return bundle.sealForced(gate);
    }
    if (!gate.passed()) {
      throw new GateException(
          "Policy '"
              + bundle.contract().name()
              + "' may not leave: "
              + gate.summary()
              + " Fly it with ./eyas transfer, or seal it with --force; the bundle will say so.");
    }
    return bundle.seal(gate);
  }
}
