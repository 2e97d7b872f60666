package eyas.bridge.onboard.toolchain;

import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.Template;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The programs around generated sources. */
final class Harness {
  private static final String FOLDER = "/eyas/bridge/onboard/toolchain/";

  private static final long STEPS = 500;
  private static final long COUNTED = 30_000_000L;

  private Harness() {}

  /** Program that replays random sequences. */
  static String replay(CSources sources) {
    return fill("replay.c.template", sources);
  }

  /** Program that measures a step. */
  static String bench(CSources sources) {
    return fill("bench.c.template", sources);
  }

  /** Program that counts instructions. */
  static String count(CSources sources) {
    return fill("count.c.template", sources);
  }

  /** A file as it is. */
  static String text(String name) {
    return Template.text(FOLDER + name);
  }

  private static String fill(String name, CSources sources) {
    Map<String, String> values = new HashMap<>(sources.draws());
    values.put("prefix", sources.prefix());
    values.put("PREFIX", sources.prefix().toUpperCase(Locale.ROOT));
    values.put("seed", String.valueOf(Comparison.SEED));
    values.put("steps", String.valueOf(steps(sources)));
    return Template.fill(FOLDER + name, values);
  }

  // the counter of an emulated core holds 670 million instructions
  private static long steps(CSources sources) {
    return Math.max(1, Math.min(STEPS, COUNTED / sources.multiplications()));
  }
}
