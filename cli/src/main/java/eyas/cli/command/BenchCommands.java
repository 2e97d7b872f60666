package eyas.cli.command;

import picocli.CommandLine.Command;

/** The benches that a task's pipeline answers. */
public final class BenchCommands {
  private BenchCommands() {}

  /** {@code eyas bench sim}. */
  @Command(name = "sim", description = "physics and environment steps a second")
  public static final class Sim extends BenchCommand {
    /** Creates the command for picocli. */
    public Sim() {}
  }

  /** {@code eyas bench learn}. */
  @Command(name = "learn", description = "samples a second of analytic training")
  public static final class Learn extends BenchCommand {
    /** Creates the command for picocli. */
    public Learn() {}
  }

  /** {@code eyas bench teacher}. */
  @Command(name = "teacher", description = "time until one teacher hovers, from JVM start")
  public static final class Teacher extends BenchCommand {
    /** Creates the command for picocli. */
    public Teacher() {}
  }

  /** {@code eyas bench fleet}. */
  @Command(name = "fleet", description = "time and quality of a fleet of teachers")
  public static final class Fleet extends BenchCommand {
    /** Creates the command for picocli. */
    public Fleet() {}
  }

  /** {@code eyas bench raptor}. */
  @Command(name = "raptor", description = "time until the released policy is beaten")
  public static final class Raptor extends BenchCommand {
    /** Creates the command for picocli. */
    public Raptor() {}
  }
}
