package eyas.bridge.onboard;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.ReadBack;
import eyas.bridge.onboard.toolchain.Comparison;
import eyas.bridge.onboard.toolchain.CortexLab;
import eyas.bridge.onboard.toolchain.CortexM;
import eyas.bridge.onboard.toolchain.Footprint;
import eyas.bridge.onboard.toolchain.FootprintReport;
import eyas.bridge.onboard.toolchain.HostReplay;
import eyas.bridge.onboard.toolchain.ToolException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Exports a sealed bundle as C99. The code is compared with the bundle before anything is written:
 * every weight by reading it back and, where a compiler is installed, random sequences bit by bit.
 */
public final class CExport {
  private static final int SEQUENCES = 2000;
  private static final int LEAST_SEQUENCES = 20;
  private static final int STEPS = 10;
  private static final long MULTIPLICATIONS = 2_000_000_000L;

  private CExport() {}

  /**
   * Generates, compares, measures and writes.
   *
   * @param bundle a sealed bundle
   * @param folder receives {@code policy.h}, {@code policy.c}, {@code interface.json}, {@code
   *     report.md} and the folder {@code glue}; an older export there is replaced
   * @param measure whether time on this machine and cost on emulated microcontrollers are measured,
   *     as far as tools are installed
   * @return the report that was written
   */
  public static FootprintReport write(PolicyBundle bundle, Path folder, boolean measure) {
    bundle.requireSealed();
    bundle.verify();
    CSources sources = CSources.of(bundle);
    ReadBack.require(bundle, sources);
    FootprintReport report = report(bundle, sources, measure);
    Map<String, String> files = new HashMap<>(sources.files());
    files.put(FootprintReport.FILE, report.text());
    FolderSwap.write(folder, CSources.INTERFACE, files);
    return report;
  }

  private static FootprintReport report(PolicyBundle bundle, CSources sources, boolean measure) {
    String name = bundle.contract().name();
    Optional<HostReplay> host = HostReplay.onThisMachine();
    String checked =
        host.map(replay -> checked(bundle, sources, replay))
            .orElse(
                "Not compiled here: no gcc, clang or cc was found. All weights were read back from"
                    + " the source and equal the bundle's; run the self test on your target.");
    OptionalDouble time =
        measure && host.isPresent()
            ? OptionalDouble.of(host.get().nanosecondsPerStep(sources))
            : OptionalDouble.empty();
    Optional<CortexLab> lab = measure ? CortexLab.onThisMachine() : Optional.empty();
    List<Footprint> footprints = List.of();
    String missing = measure ? FootprintReport.NO_TOOLS : FootprintReport.NOT_ASKED;
    if (lab.isPresent()) {
      try {
        footprints = measure(lab.get(), bundle, sources);
      } catch (ToolException failure) {
        // an incomplete tool chain must not keep a policy that was compared on the host
        missing = "Not measured on microcontrollers: " + failure.getMessage() + "\n";
      }
    }
    return new FootprintReport(
        name, checked, host.map(HostReplay::words), time, footprints, missing);
  }

  // large networks take longer to step
  private static int sequences(CSources sources) {
    long affordable = MULTIPLICATIONS / (STEPS * sources.multiplications());
    return (int) Math.max(LEAST_SEQUENCES, Math.min(SEQUENCES, affordable));
  }

  private static String checked(PolicyBundle bundle, CSources sources, HostReplay replay) {
    Comparison result =
        replay
            .compare(bundle, sources, sequences(sources), STEPS)
            .require(bundle.contract().name(), "generated C code");
    return "Compared with the bundle on %d random sequences of %d steps (%s): %s."
        .formatted(
            result.sequences(),
            result.steps(),
            replay.words(),
            result.equalBits()
                ? "all actions have the same bits"
                : "actions differ by up to " + result.largestAction());
  }

  private static List<Footprint> measure(CortexLab lab, PolicyBundle bundle, CSources sources) {
    return Arrays.stream(CortexM.values())
        .map(core -> lab.measure(bundle, sources, core))
        .peek(
            cost -> cost.comparison().require(bundle.contract().name(), "code for " + cost.core()))
        .toList();
  }
}
