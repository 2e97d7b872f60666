package eyas.cli.command;

import eyas.cli.rehearsal.Course;
import eyas.cli.rehearsal.Deployment;
import eyas.cli.rehearsal.FlightOutcome;
import eyas.cli.rehearsal.FlightReport;
import eyas.cli.rehearsal.Limits;
import eyas.cli.run.Console;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which policy flies which mission; read by picocli. */
public final class MissionOptions {
  private static final String SHIPPED = "student-rates";

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      description = "sealed bundle that flies (default: the shipped student-rates)")
  private Optional<Path> policy = Optional.empty();

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "5",
      description = "loops of the figure-eight, 0 for hover only (default: 5)")
  private int loops = 5;

  @Option(
      names = "--period",
      paramLabel = "S",
      defaultValue = "10",
      description = "time of one loop [s] (default: 10)")
  private double period = 10;

  @Option(
      names = "--hover",
      paramLabel = "S",
      defaultValue = "5",
      description = "time that the hover is judged for [s] (default: 5)")
  private double hover = 5;

  @Option(
      names = "--flight-height",
      paramLabel = "M",
      defaultValue = "1",
      description = "height of the mission [m] (default: 1)")
  private double height = 1;

  @Option(
      names = "--hover-limit",
      paramLabel = "M",
      defaultValue = "0.1",
      description = "mean distance in the hover at most [m] (default: 0.1)")
  private double hoverLimit = Limits.STANDARD.hover();

  @Option(
      names = "--figure-eight-limit",
      paramLabel = "M",
      defaultValue = "0.15",
      description = "RMS distance in the figure-eight at most [m] (default: 0.15)")
  private double eightLimit = Limits.STANDARD.eight();

  @Option(names = "--in-process", description = "run the policy node in this process")
  private boolean inProcess;

  @Option(
      names = "--node-argument",
      paramLabel = "_NAME:=VALUE",
      description = "ROS argument of the policy node; may be repeated")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of report.html and report.json (default: RUNS/rehearsal)")
  private Optional<Path> out = Optional.empty();

  /** Creates the options with their defaults. */
  public MissionOptions() {}

  /** Returns what is flown; refuses a bundle that is not there or has no seal. */
  Deployment deployment() {
    Path folder =
        policy.orElseGet(
            () -> Home.folder().resolve("assets").resolve("policies").resolve(SHIPPED));
    if (!Files.isRegularFile(folder.resolve("policy.json"))) {
      throw new UsageException(
          folder
              + " is not a policy bundle: it holds no policy.json. Give its folder by --policy.");
    }
    return new Deployment(
        folder,
        new Course(0, 0, height, hover, loops, period),
        new Limits(hoverLimit, eightLimit),
        inProcess,
        arguments);
  }

  /** Writes the report, prints the figures, and returns the exit code: 0 only if it flew. */
  int report(String title, FlightOutcome outcome, Path runs, Console console) {
    Path folder = out.orElseGet(() -> runs.resolve("rehearsal"));
    FlightReport.write(folder, title, outcome);
    console.result(outcome.values());
    console.say(outcome.verdict() + " Report: " + folder.resolve("report.html"));
    return outcome.flew() ? 0 : 1;
  }
}
