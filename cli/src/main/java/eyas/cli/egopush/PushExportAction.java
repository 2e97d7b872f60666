package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.SealRule;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code export}: seals bundles that passed the transfer gate. */
final class PushExportAction implements TaskAction {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    SealRule rule = PushExportStage.RULE;
    boolean force = request.argument("force").isPresent();
    List<Path> folders = PushBundleFolders.asked(request, "seal");
    if (request.argument("out").isPresent() && folders.size() != 1) {
      throw new UsageException(
          "--out takes exactly one policy, but there are "
              + folders.size()
              + ": "
              + folders
              + ". Leave out --out, or give one --policy.");
    }
    Map<String, Object> sealed = new LinkedHashMap<>();
    for (Path folder : folders) {
      PolicyBundle bundle = force ? rule.forced(folder) : rule.ordinary(folder);
      Path out = request.argument("out").map(Path::of).orElse(folder);
      bundle.save(out);
      sealed.put(
          bundle.contract().name(),
          Map.of("folder", out.toString(), "sha256", bundle.seal().orElseThrow().sha256()));
    }
    return ActionResult.of(sealed);
  }
}
