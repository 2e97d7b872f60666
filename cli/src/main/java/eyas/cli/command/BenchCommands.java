package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benches that a task's pipeline answers; each takes the options that it honours. */
public final class BenchCommands {
  private BenchCommands() {}

  /** A bench of speed. */
  private abstract static class Speed extends BenchCommand {
    @Mixin private BenchSize size = new BenchSize();

    @Override
    protected void addTo(Map<String, String> arguments) {
      size.addTo(arguments);
    }
  }

  /** A bench of learning, over the quadrotors of a table. */
  private abstract static class Learning extends BenchCommand {
    @Mixin private QuadrotorChoice quadrotors = new QuadrotorChoice();

    @Override
    protected void addTo(Map<String, String> arguments) {
      quadrotors.addTo(arguments);
    }
  }

  /** {@code eyas bench learn}. */
  @Command(name = "learn", description = "samples a second of analytic training")
  public static final class Learn extends Speed {
    /** Creates the command for picocli. */
    public Learn() {}
  }

  /** {@code eyas bench teacher}. */
  @Command(name = "teacher", description = "time until one teacher hovers, from JVM start")
  public static final class Teacher extends Learning {
    @Option(
        names = "--seeds",
        paramLabel = "N",
        description = "teachers, one after another, each with its own seed (default: 5)")
    private Optional<Integer> seeds = Optional.empty();

    @Option(
        names = "--learner",
        paramLabel = "NAME",
        description = "analytic or ppo (default: analytic)")
    private Optional<String> learner = Optional.empty();

    /** Creates the command for picocli. */
    public Teacher() {}

    @Override
    protected void addTo(Map<String, String> arguments) {
      super.addTo(arguments);
      seeds.ifPresent(count -> arguments.put("seeds", count.toString()));
      learner.ifPresent(name -> arguments.put("learner", name));
    }
  }

  /** {@code eyas bench fleet}. */
  @Command(name = "fleet", description = "time and quality of a fleet of teachers")
  public static final class Fleet extends Learning {
    @Option(
        names = "--teachers",
        paramLabel = "N",
        description = "teachers, of the first quadrotors (default: 64)")
    private Optional<Integer> teachers = Optional.empty();

    /** Creates the command for picocli. */
    public Fleet() {}

    @Override
    protected void addTo(Map<String, String> arguments) {
      super.addTo(arguments);
      teachers.ifPresent(count -> arguments.put("teachers", count.toString()));
    }
  }

  /** {@code eyas bench raptor}. */
  @Command(name = "raptor", description = "time until the released policy is beaten")
  public static final class Raptor extends Learning {
    /** Creates the command for picocli. */
    public Raptor() {}
  }
}
