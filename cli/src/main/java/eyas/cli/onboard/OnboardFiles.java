package eyas.cli.onboard;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.CExport;
import eyas.bridge.onboard.toolchain.FootprintReport;
import eyas.bridge.onnx.OnnxExport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a robot runs, and says how it was compared. */
public final class OnboardFiles {
  /** Folder of the C code beside a bundle. */
  public static final String C = "c";

  private OnboardFiles() {}

  /**
   * Writes the C code of a sealed bundle.
   *
   * @param bundle the policy
   * @param folder receives the files
   * @param measure whether time and cost are measured
   * @return figures for the result of a command
   */
  public static Map<String, Object> c(PolicyBundle bundle, Path folder, boolean measure) {
    FootprintReport report = CExport.write(bundle, folder, measure);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("folder", folder.toString());
    values.put("checked", report.checked());
    report.hostNanoseconds().ifPresent(time -> values.put("nanosecondsPerStep", time));
    report
        .footprints()
        .forEach(
            cost ->
                values.put(
                    "cortex-" + cost.core(),
                    Map.of(
                        "flash", cost.flash(),
                        "ram", cost.staticRam() + cost.state(),
                        "stack", cost.stack(),
                        "instructionsPerStep", cost.instructions())));
    return values;
  }

  /**
   * Writes the ONNX model of a sealed bundle.
   *
   * @param bundle the policy
   * @param file receives the model
   * @return figures for the result of a command
   */
  public static Map<String, Object> onnx(PolicyBundle bundle, Path file) {
    double difference = OnnxExport.write(bundle, file);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", file.toString());
    values.put("largestDifference", difference);
    return values;
  }

  /** Writes both beside a sealed bundle: the folder {@code c} and {@code policy.onnx}. */
  public static Map<String, Object> beside(PolicyBundle bundle, Path folder) {
    return Map.of(
        "c", c(bundle, folder.resolve(C), false),
        "onnx", onnx(bundle, folder.resolve(OnnxExport.FILE)));
  }
}
