package eyas.cli.run;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A run that is open in this process: its stages, its folder and the lock on it. */
public final class RunSession implements AutoCloseable {
  private static final long DEFAULT_SEED = 1;

  private final RunContext context;
  private final List<Stage> stages;
  private final RunLock lock;

  private RunSession(Pipeline pipeline, RunContext context) {
    this.context = context;
    this.lock = RunLock.of(context.folder());
    this.stages = List.copyOf(pipeline.stages(context));
  }

  /** Starts a new run; the configuration is checked before the folder appears. */
  public static RunSession start(
      RunFolders runs, String task, RunOptions options, Console console, StopSignal stop) {
    Pipeline pipeline = Pipelines.of(task);
    Config config = pipeline.configure(options);
    RunOptions seeded = withSeed(options, config);
    Clock clock = Clock.system(ZoneId.systemDefault());
    RunFolder folder = runs.create(header(task, seeded, clock), config, LocalDate.now(clock));
    console.say("Run " + folder.path());
    return new RunSession(pipeline, new RunContext(seeded, config, folder, console, stop));
  }

  /** Continues a run with the configuration that lies in its folder. */
  public static RunSession resume(
      RunFolders runs,
      String task,
      String selector,
      String device,
      Console console,
      StopSignal stop) {
    Pipeline pipeline = Pipelines.of(task);
    RunFolder folder = runs.select(task, selector);
    console.say("Run " + folder.path() + " (resumed)");
    RunOptions options = folder.header().options(device);
    return new RunSession(pipeline, new RunContext(options, config(folder), folder, console, stop));
  }

  private static Config config(RunFolder folder) {
    String source = folder.configFile().toString();
    return folder
        .config()
        .find("config")
        .filter(ConfigNode.Mapping.class::isInstance)
        .map(node -> new Config((ConfigNode.Mapping) node, source))
        .orElseGet(() -> new Config(new ConfigNode.Mapping(Map.of(), source), source));
  }

  private static RunOptions withSeed(RunOptions options, Config config) {
    long fallback =
        config
            .find("seed")
            .map(ConfigNode::plain)
            .filter(Number.class::isInstance)
            .map(value -> ((Number) value).longValue())
            .orElse(DEFAULT_SEED);
    return new RunOptions(
        options.device(),
        OptionalLong.of(options.seed().orElse(fallback)),
        options.profile(),
        options.preset(),
        options.overrides());
  }

  private static RunHeader header(String task, RunOptions options, Clock clock) {
    return new RunHeader(
        task,
        options.seed().orElseThrow(),
        options.profile(),
        options.preset(),
        options.overrides(),
        options.device(),
        GitCommit.of(Path.of(System.getProperty("eyas.home", "."))),
        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Returns what the stages work with. */
  public RunContext context() {
    return context;
  }

  /** Returns all stages of the run in order. */
  public List<Stage> stages() {
    return stages;
  }

  /** Runs the stages up to a phase. */
  public ChainResult runUpTo(Phase last) {
    return new StageChain(stages, context).runUpTo(last);
  }

  /** Runs the stages of one phase only; refuses when an earlier stage is missing. */
  public ChainResult runOnly(Phase phase) {
    return new StageChain(stages, context).runOnly(phase);
  }

  @Override
  public void close() {
    lock.close();
  }
}
