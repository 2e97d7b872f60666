package eyas.cli.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import eyas.distill.curriculum.QuadrotorCells;
import eyas.distill.teacher.FleetConfig;
import eyas.distill.teacher.TeacherTraining;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
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
    FleetConfig config = new FleetConfig(count, WIDTH, WINDOW, BETWEEN_EXAMS, EXAM, PASS);
    long seed = request.options().seed().orElse(1);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device());
        TeacherTraining training =
            new TeacherTraining(
                lab.device(), lab.lanes(), model, "privileged", config.training(), cells, seed)) {
      while (!training.finished()) {
        var report = training.iterate();
        console.say(
            String.format(
                "%.1f s: update %d, %d of %d at %.0f, shortest %.1f",
                ProcessClock.seconds(),
                report.iteration() * BETWEEN_EXAMS,
                training.passed(),
                count,
                PASS,
                report.metrics().get("worst-best-length")));
      }
      double seconds = ProcessClock.seconds();
      return ActionResult.of(result(proof(lab, model, training, cells, seed), seconds));
    }
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
      QuadrotorLab lab,
      QuadrotorModel model,
      TeacherTraining training,
      QuadrotorCells cells,
      long seed) {
    int rows = model.description().parameterRows();
    int flights = cells.count() * PROOF;
    float[] one = new float[rows];
    float[] all = new float[rows * flights];
    for (int e = 0; e < flights; e++) {
      cells.draw(e / PROOF, new Philox(seed, e, 0, 0, 45), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    var teachers = training.teachers();
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
