package eyas.cli.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import eyas.distill.curriculum.QuadrotorCells;
import eyas.distill.teacher.FleetConfig;
import eyas.distill.teacher.FleetTraining;
import eyas.distill.teacher.Teachers;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.learner.IterationReport;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench fleet}: teachers of the first K quadrotors, trained side by side. */
final class FleetBench implements TaskAction {
  private static final int TEACHERS = 64;
  private static final int WIDTH = 32;
  private static final AnalyticConfig WINDOW =
      new AnalyticConfig(64, 64, 1500, 5e-3, 0.05, 1, 10_000);
  // longer windows for sluggish quadrotors
  private static final AnalyticConfig RETAKE =
      new AnalyticConfig(64, 128, 3000, 4e-3, 0.05, 1, 10_000);
  private static final int ROUNDS = 3;
  private static final int BETWEEN_EXAMS = 100;
  private static final int EXAM = 64;
  private static final int PROOF = 96;
  private static final double PASS = 495;

  @Override
  public String name() {
    return "bench fleet";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    int count = request.count("teachers", TEACHERS);
    List<QuadrotorParameters> quadrotors = first(GivenQuadrotors.orReference(request), count);
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    QuadrotorCells cells = new QuadrotorCells(model, quadrotors, true);
    FleetConfig config =
        new FleetConfig(count, WIDTH, WINDOW, RETAKE, ROUNDS, BETWEEN_EXAMS, EXAM, PASS);
    long seed = request.options().seed().orElse(1);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      FleetTraining training =
          new FleetTraining(lab.device(), lab.lanes(), model, "privileged", config, cells);
      Teachers teachers =
          training.train(
              seed,
              (round, members, passed, report) -> say(console, round, members, passed, report));
      double seconds = ProcessClock.seconds();
      return ActionResult.of(result(proof(lab, model, teachers, cells, seed), seconds));
    }
  }

  private static void say(
      Console console, int round, int teachers, int passed, IterationReport report) {
    console.say(
        String.format(
            "%.1f s: round %d, update %d, %d of %d at %.0f, shortest %.1f",
            ProcessClock.seconds(),
            round + 1,
            report.iteration() * BETWEEN_EXAMS,
            passed,
            teachers,
            PASS,
            report.metrics().get("worst-best-length")));
  }

  private static List<QuadrotorParameters> first(GivenQuadrotors given, int count) {
    int most = given.quadrotors().size();
    if (count > most) {
      throw new UsageException(
          "--teachers is "
              + count
              + ", but "
              + given.name()
              + " holds "
              + most
              + " quadrotors, one for each teacher. Give at most "
              + most
              + ", or a longer table with --quadrotors.");
    }
    return given.quadrotors().subList(0, count);
  }

  // fresh episodes, other than those of the examinations
  private static double[] proof(
      QuadrotorLab lab, QuadrotorModel model, Teachers teachers, QuadrotorCells cells, long seed) {
    int rows = model.description().parameterRows();
    int flights = cells.count() * PROOF;
    float[] one = new float[rows];
    float[] all = new float[rows * flights];
    for (int e = 0; e < flights; e++) {
      cells.draw(e / PROOF, new Philox(seed, e, 0, 0, 45), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    try (FlightProgram flight =
        new FlightProgram(
            lab.device(),
            lab.lanes(),
            model,
            "privileged",
            teachers.network(),
            flights,
            cells.count())) {
      flight.parameters(all);
      flight.weights(teachers.weights());
      FlightRecord record = flight.fly(~seed, 3);
      double[] lengths = new double[cells.count()];
      Arrays.setAll(lengths, m -> record.meanLength(m * PROOF, (m + 1) * PROOF));
      return lengths;
    }
  }

  private static Map<String, Object> result(double[] lengths, double seconds) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("teachers", lengths.length);
    values.put("seconds", seconds);
    values.put("atLeast490", Arrays.stream(lengths).filter(length -> length >= 490).count());
    values.put("shortest", Arrays.stream(lengths).min().orElseThrow());
    values.put("meanLength", Arrays.stream(lengths).average().orElseThrow());
    values.put("episodesOfEach", PROOF);
    return values;
  }
}
