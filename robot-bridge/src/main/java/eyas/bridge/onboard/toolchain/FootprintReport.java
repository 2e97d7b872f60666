package eyas.bridge.onboard.toolchain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The report that is written beside generated code.
 *
 * @param policy name of the policy
 * @param checked how the code was compared with its bundle, a sentence
 * @param hostCompiler compiler and options of the time on the host
 * @param hostNanoseconds time of a step on the host [ns]
 * @param footprints one for each microcontroller; none without the tools
 * @param missing why there are none, a sentence
 */
public record FootprintReport(
    String policy,
    String checked,
    Optional<String> hostCompiler,
    OptionalDouble hostNanoseconds,
    List<Footprint> footprints,
    String missing) {
  /** Name of the file. */
  public static final String FILE = "report.md";

  /** Said when the tools are not installed. */
  public static final String NO_TOOLS =
      "Not measured on microcontrollers: needs "
          + CortexLab.PACKAGES
          + " (apt-get install --no-install-recommends), then export again.\n";

  /** Said when nothing was to be measured. */
  public static final String NOT_ASKED =
      "Not measured on microcontrollers; ./eyas export c does that.\n";

  /** Keeps an immutable copy. */
  public FootprintReport {
    footprints = List.copyOf(footprints);
  }

  /** The text, as Markdown. */
  public String text() {
    StringBuilder text = new StringBuilder("# Generated code of policy `" + policy + "`\n\n");
    text.append(checked).append("\n\n");
    if (hostNanoseconds.isPresent()) {
      text.append(
          "Time of a step on this machine (%s): %.0f ns.\n\n"
              .formatted(hostCompiler.orElse("?"), hostNanoseconds.getAsDouble()));
    }
    if (footprints.isEmpty()) {
      text.append(missing);
      return text.toString();
    }
    text.append(table());
    return text.append(NOTES).toString();
  }

  private String table() {
    StringBuilder rows =
        new StringBuilder(
            "| on | flash [B] | with self test [B] | static RAM [B] | state [B] | stack [B] | largest"
                + " frame [B] | instructions a step | largest difference |\n"
                + "|---|---|---|---|---|---|---|---|---|\n");
    for (Footprint f : footprints) {
      rows.append(
          "| Cortex-%s | %d | %d | %d | %d | %d | %d | %d | %s |\n"
              .formatted(
                  f.core(),
                  f.flash(),
                  f.flashWithSelftest(),
                  f.staticRam(),
                  f.state(),
                  f.stack(),
                  f.largestFrame(),
                  f.instructions(),
                  f.comparison().equalBits() ? "none" : f.comparison().largestAction()));
    }
    return rows.toString();
  }

  private static final String NOTES =
      "\nCompiled with `arm-none-eabi-gcc -std=c99 -O2`, run in QEMU with `-icount shift=0`. Instructions"
          + " are not cycles;\ncount those on your board:\n\n"
          + "```c\n"
          + "*(volatile uint32_t *)0xE000EDFCu |= 1u << 24; /* DEMCR: trace on */\n"
          + "*(volatile uint32_t *)0xE0001004u = 0u;        /* DWT->CYCCNT */\n"
          + "*(volatile uint32_t *)0xE0001000u |= 1u;       /* DWT->CTRL: count cycles */\n"
          + "/* ... step ... */\n"
          + "cycles = *(volatile uint32_t *)0xE0001004u;\n"
          + "```\n";
}
