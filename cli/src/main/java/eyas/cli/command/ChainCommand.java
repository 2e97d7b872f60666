package eyas.cli.command;

import eyas.cli.report.Report;
import eyas.cli.run.ChainResult;
import eyas.cli.run.Console;
import eyas.cli.run.Phase;
import eyas.cli.run.RunSession;
import eyas.cli.run.StageMarker;
import eyas.cli.run.StopSignal;
import eyas.cli.run.UsageException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command that runs the stages of a run up to a phase, in a new run or in an older one. */
public abstract class ChainCommand extends EyasCommand {
  private static final int INTERRUPTED = 130;
  private static final int GATE = 5;

  @Mixin private TaskChoice task = new TaskChoice();
  @Mixin private RunChoice run = new RunChoice();

  /** What to do instead of giving a whole run one preset. */
  static final String PRESETS =
      "A run has no preset of its own: each of its policies has one. Leave out --preset and say"
          + " --set policies.NAME.preset=PRESET, e.g. --set policies.student.preset=default.";

  /** For subclasses. */
  protected ChainCommand() {}

  /** Returns the last phase that the command runs. */
  protected abstract Phase last();

  @Override
  protected int run(Console console) {
    common().refusePreset(PRESETS);
    StopSignal stop = new StopSignal(console::say);
    try (RunSession session = open(console, stop)) {
      stop.install();
      ChainResult result = session.runUpTo(last());
      Report.of(session.context().folder(), session.stages()).write();
      int code = exitCode(console, session, result);
      if (console.json()) {
        console.result(json(session, result));
      }
      return code;
    } finally {
      stop.end();
    }
  }

  private RunSession open(Console console, StopSignal stop) {
    if (run.selector().isEmpty()) {
      return RunSession.start(common().runs(), task.name(), common().runOptions(), console, stop);
    }
    if (common().changesRun()) {
      throw new UsageException(
          "A resumed run keeps its own seed, profile and settings. Leave out --seed, --profile and"
              + " --set, or start a new run without --resume.");
    }
    return RunSession.resume(
        common().runs(), task.name(), run.selector().get(), common().device(), console, stop);
  }

  static Map<String, Object> json(RunSession session, ChainResult result) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("task", session.context().folder().header().task());
    values.put("run", session.context().folder().name());
    values.put("folder", session.context().folder().path().toString());
    values.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    Map<String, Object> stages = new LinkedHashMap<>();
    for (StageMarker marker : result.stages()) {
      Map<String, Object> stage = new LinkedHashMap<>();
      stage.put("outcome", marker.outcome());
      stage.put("seconds", marker.seconds());
      stage.putAll(marker.summary());
      stages.put(marker.stage(), stage);
    }
    values.put("stages", stages);
    return values;
  }

  // the stage that failed is the last one that ended
  private static String failed(ChainResult result) {
    return result.stages().get(result.stages().size() - 1).stage();
  }

  private int exitCode(Console console, RunSession session, ChainResult result) {
    String name = session.context().folder().name();
    return switch (result.outcome()) {
      case DONE -> {
        console.say("Report: " + session.context().folder().reportPage());
        yield DONE;
      }
      case GATE_FAILED -> {
        console.say(
            "Stage '"
                + failed(result)
                + "' failed its gate, so nothing is sealed. Report: "
                + session.context().folder().reportPage());
        yield GATE;
      }
      case STOPPED -> {
        console.say("Stopped. Go on with: ./eyas run " + task.name() + " --resume " + name);
        yield INTERRUPTED;
      }
    };
  }
}
