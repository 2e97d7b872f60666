package eyas.bridge.onboard.toolchain;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles generated sources on this machine, replays random sequences, and measures a step. */
public final class HostReplay {
  /** What a user would compile with. */
  public static final List<String> OPTIONS = List.of("-std=c99", "-O2");

  private final Tool compiler;
  private final List<String> options;

  /** A compiler with its options. */
  public HostReplay(Tool compiler, List<String> options) {
    this.compiler = compiler;
    this.options = List.copyOf(options);
  }

  /** Returns a replay with this machine's compiler, if there is one. */
  public static Optional<HostReplay> onThisMachine() {
    return Tool.find("gcc", "clang", "cc").map(tool -> new HostReplay(tool, OPTIONS));
  }

  /** Name of the compiler and its options. */
  public String words() {
    return compiler.name() + " " + String.join(" ", options);
  }

  /** Compares sources with their bundle on random sequences. */
  public Comparison compare(PolicyBundle bundle, CSources sources, int sequences, int steps) {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(sources.files());
      scratch.write("replay.c", Harness.replay(sources));
      scratch.write("port.h", Harness.text("host-port.h"));
      List<String> sizes = List.of("-DSEQUENCES=" + sequences, "-DSTEPS=" + steps);
      Tool program = compile(scratch, "replay.c", sizes);
      return Comparison.of(bundle, sequences, steps, program.run(scratch.path(), List.of()));
    }
  }

  /** Measures a step [ns]: the least of many rounds, every step fed by the one before. */
  public double nanosecondsPerStep(CSources sources) {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(sources.files());
      scratch.write("bench.c", Harness.bench(sources));
      Tool program = compile(scratch, "bench.c", List.of());
      return Double.parseDouble(program.text(scratch.path(), List.of()).strip());
    }
  }

  private Tool compile(ScratchFolder scratch, String main, List<String> more) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(more);
    arguments.addAll(List.of(main, CSources.SOURCE, "-o", "program"));
    compiler.run(scratch.path(), arguments);
    return new Tool(scratch.path().resolve("program"));
  }
}
