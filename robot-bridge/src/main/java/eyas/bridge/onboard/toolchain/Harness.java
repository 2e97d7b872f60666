package eyas.bridge.onboard.toolchain;

import eyas.bridge.onboard.source.Template;
import java.util.Locale;
import java.util.Map;

/** The programs around generated sources. */
final class Harness {
  private static final String FOLDER = "/eyas/bridge/onboard/toolchain/";

  private Harness() {}

  /** Program that replays random sequences. */
  static String replay(String prefix) {
    return fill("replay.c.template", prefix);
  }

  /** Program that measures a step. */
  static String bench(String prefix) {
    return fill("bench.c.template", prefix);
  }

  /** Program that counts instructions. */
  static String count(String prefix) {
    return fill("count.c.template", prefix);
  }

  /** A file as it is. */
  static String text(String name) {
    return Template.text(FOLDER + name);
  }

  private static String fill(String name, String prefix) {
    return Template.fill(
        FOLDER + name,
        Map.of(
            "prefix",
            prefix,
            "PREFIX",
            prefix.toUpperCase(Locale.ROOT),
            "seed",
            String.valueOf(Comparison.SEED)));
  }
}
