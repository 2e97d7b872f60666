package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.Flight;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.evaluate.EvaluationReport;
import eyas.policies.evaluate.EvaluationSettings;
import eyas.policies.evaluate.FigureEight;
import eyas.policies.evaluate.PolicyResult;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the run's policies on held-out quadrotors of one preset.
 *
 * @param name name of the stage
 * @param preset preset that is flown
 */
record EvaluateStage(String name, String preset) implements Stage {
  private static final String SHOWN_PRESET = "default";
  private static final List<String> SHOWN = List.of("student", "student-raptor");
  private static final int SHOWN_QUADROTORS = 4;

  @Override
  public Phase phase() {
    return Phase.EVALUATE;
  }

  @Override
  public StageResult run(RunContext context) {
    QuadrotorRunConfig config = context.config().bind(QuadrotorRunConfig.class);
    QuadrotorRunConfig.Evaluation asked = config.evaluation();
    List<String> own = config.over(preset);
    TaskDescription task = new QuadrotorTask().model(preset, own).description();
    List<Contestant> contestants = new ArrayList<>();
    // the arms were compared where they were trained
    for (String policy : config.policies().keySet()) {
      contestants.add(Contestant.of(context.folder().policy(policy), task));
    }
    contestants.add(Contestant.pid());
    Comparison comparison =
        new Comparison(
            preset,
            own,
            new EvaluationSettings(asked.episodes(), asked.seed(), asked.figureEight()));
    try (QuadrotorLab lab = QuadrotorLab.open(context.options().device())) {
      EvaluationReport report =
          comparison.fly(
              lab,
              contestants,
              model -> QuadrotorSet.heldOut(model, asked.quadrotors(), asked.seed()));
      report.policies().forEach(result -> keep(context, result));
      if (preset.equals(SHOWN_PRESET)) {
        show(context, lab, contestants, own);
      }
      return StageResult.done(report.toMap());
    }
  }

  // a bundle carries what it reached, by preset
  private void keep(RunContext context, PolicyResult result) {
    Path folder = context.folder().policy(result.policy());
    if (!Files.isDirectory(folder)) {
      return;
    }
    PolicyBundle bundle = PolicyBundle.load(folder);
    Map<String, Object> results = new LinkedHashMap<>(bundle.contract().results());
    results.put(preset, result.toMap());
    bundle.withContract(bundle.contract().withResults(results)).save(folder);
  }

  // a few flights for the animation in the report
  private void show(
      RunContext context, QuadrotorLab lab, List<Contestant> contestants, List<String> own) {
    long seed = context.config().bind(QuadrotorRunConfig.class).evaluation().seed();
    try (QuadrotorWorlds worlds =
        new QuadrotorWorlds(lab.device(), lab.lanes(), preset, own, SHOWN_QUADROTORS)) {
      QuadrotorSet set = QuadrotorSet.heldOut(worlds.model("motors"), SHOWN_QUADROTORS, seed);
      FlightRecorder recorder = new FlightRecorder(worlds, set, seed);
      List<Flight> flights = new ArrayList<>();
      for (Contestant contestant : contestants) {
        if (SHOWN.contains(contestant.policy().name())) {
          flights.addAll(recorder.recovery(contestant));
          flights.addAll(recorder.figureEight(contestant, FigureEight.FAST));
        }
      }
      if (!flights.isEmpty()) {
        context.saveFlights(flights);
      }
    }
  }
}
