package eyas.cli.command;

import picocli.CommandLine.Command;

/** The commands that only hold others. */
public final class Groups {
  private Groups() {}

  /** {@code eyas import}. */
  @Command(
      name = "import",
      description = "turn released weights of others into a bundle",
      subcommands = ImportCommand.class)
  public static final class Import extends HelpOnly {
    /** Creates the command for picocli. */
    public Import() {}
  }

  /** {@code eyas bench}. */
  @Command(
      name = "bench",
      description = "measure speed and learning",
      subcommands = {
        BenchSimCommand.class,
        BenchCommands.Learn.class,
        BenchCommands.Teacher.class,
        BenchCommands.Fleet.class,
        BenchCommands.Raptor.class,
        BenchResumeCommand.class,
        BenchAgreementCommand.class,
        BenchRos1Command.class,
        BenchFuzzCommand.class,
        BenchBridgeCommand.class,
        BenchStartCommand.class,
        OnboardCommands.Inference.class,
        BenchRos2Command.class,
        BenchCameraCommand.class,
        BenchPpoCommand.class,
        BenchVisionCommand.class
      })
  public static final class Bench extends HelpOnly {
    /** Creates the command for picocli. */
    public Bench() {}
  }

  /** {@code eyas} itself. */
  @Command(
      name = "eyas",
      description = "Raises robot control policies: teachers, students, and the gate between.",
      subcommands = {
        RunCommand.class,
        TrainCommand.class,
        DistillCommand.class,
        EvaluateCommand.class,
        TransferCommand.class,
        ExportCommand.class,
        PlayCommand.class,
        ViewCommand.class,
        ListCommand.class,
        DoctorCommand.class,
        Import.class,
        ReplayCommand.class,
        Bench.class,
        RobotCommand.class,
        DeployCommand.class,
        RehearseCommand.class
      })
  public static final class Root extends HelpOnly {
    /** Creates the command for picocli. */
    public Root() {}
  }
}
