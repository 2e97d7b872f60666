package eyas.bridge.onboard.toolchain;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cross-compiles generated code and runs it on emulated microcontrollers. */
public final class CortexLab {
  /** Packages of Debian that hold all the tools. */
  public static final String PACKAGES = "gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm";

  /** Random sequences that the emulated code is compared on; fewer where a step takes long. */
  public static final int SEQUENCES = 100;

  private static final int STEPS = 5;
  private static final int LEAST_SEQUENCES = 4;
  private static final long EMULATED = 100_000_000L;
  private static final Pattern FRAME = Pattern.compile("\\t(\\d+)\\t\\w+");

  private final Tool compiler;
  private final Tool size;
  private final Tool emulator;

  private CortexLab(Tool compiler, Tool size, Tool emulator) {
    this.compiler = compiler;
    this.size = size;
    this.emulator = emulator;
  }

  /** Returns the lab, if all its tools are installed. */
  public static Optional<CortexLab> onThisMachine() {
    Optional<Tool> gcc = Tool.find("arm-none-eabi-gcc");
    Optional<Tool> size = Tool.find("arm-none-eabi-size");
    Optional<Tool> qemu = Tool.find("qemu-system-arm");
    return gcc.isPresent() && size.isPresent() && qemu.isPresent()
        ? Optional.of(new CortexLab(gcc.get(), size.get(), qemu.get()))
        : Optional.empty();
  }

  /** Compiles, runs and measures. */
  public Footprint measure(PolicyBundle bundle, CSources sources, CortexM core) {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(sources.files());
      scratch.write("port.h", Harness.text("cortex-port.h"));
      scratch.write("startup.c", Harness.text("startup.c"));
      scratch.write("cortex-m.ld", Harness.text("cortex-m.ld"));
      scratch.write("replay.c", Harness.replay(sources));
      scratch.write("count.c", Harness.count(sources));
      Comparison comparison = replay(bundle, sources, scratch, core);
      List<Long> counts = numbers(run(scratch, core, "count.c", List.of()));
      long frame = object(scratch, core, List.of("-fstack-usage"));
      List<Long> whole = sizes(scratch);
      object(scratch, core, List.of("-D" + upper(sources) + "_NO_SELFTEST"));
      List<Long> bare = sizes(scratch);
      return new Footprint(
          core,
          bare.get(0) + bare.get(1),
          whole.get(0) + whole.get(1),
          whole.get(1) + whole.get(2),
          counts.get(2),
          counts.get(0),
          frame,
          counts.get(1),
          comparison);
    }
  }

  private static String upper(CSources sources) {
    return sources.prefix().toUpperCase(java.util.Locale.ROOT);
  }

  private Comparison replay(
      PolicyBundle bundle, CSources sources, ScratchFolder scratch, CortexM core) {
    long affordable = EMULATED / (STEPS * sources.multiplications());
    int sequences = (int) Math.max(LEAST_SEQUENCES, Math.min(SEQUENCES, affordable));
    List<String> options = List.of("-DSEQUENCES=" + sequences, "-DSTEPS=" + STEPS);
    return Comparison.of(bundle, sequences, STEPS, run(scratch, core, "replay.c", options));
  }

  private byte[] run(ScratchFolder scratch, CortexM core, String main, List<String> more) {
    List<String> arguments = new ArrayList<>(core.compilerOptions());
    arguments.addAll(more);
    arguments.addAll(List.of("-nostartfiles", "--specs=nosys.specs", "-T", "cortex-m.ld"));
    arguments.addAll(List.of("startup.c", main, CSources.SOURCE, "-o", "program.elf"));
    compiler.run(scratch.path(), arguments);
    return emulator.run(scratch.path(), core.emulatorOptions("program.elf"));
  }

  /** Compiles the policy alone; returns the largest stack frame of its functions [bytes]. */
  private long object(ScratchFolder scratch, CortexM core, List<String> more) {
    List<String> arguments = new ArrayList<>(core.compilerOptions());
    arguments.addAll(more);
    arguments.addAll(List.of("-c", CSources.SOURCE, "-o", "policy.o"));
    compiler.run(scratch.path(), arguments);
    return more.contains("-fstack-usage") ? largestFrame(scratch.path().resolve("policy.su")) : 0;
  }

  private static long largestFrame(Path usage) {
    try {
      Matcher frames = FRAME.matcher(Files.readString(usage));
      long largest = 0;
      while (frames.find()) {
        largest = Math.max(largest, Long.parseLong(frames.group(1)));
      }
      return largest;
    } catch (IOException failure) {
      throw new ToolException("The compiler's stack usage cannot be read from " + usage, failure);
    }
  }

  /** Text, data and bss of the object. */
  private List<Long> sizes(ScratchFolder scratch) {
    String[] lines = size.text(scratch.path(), List.of("policy.o")).split("\n", -1);
    String[] columns = lines[1].strip().split("\\s+", -1);
    return List.of(
        Long.parseLong(columns[0]), Long.parseLong(columns[1]), Long.parseLong(columns[2]));
  }

  private static List<Long> numbers(byte[] text) {
    return new String(text, java.nio.charset.StandardCharsets.US_ASCII)
        .lines()
        .map(String::strip)
        .map(Long::parseLong)
        .toList();
  }
}
