package eyas.cli.quadrotor;

import eyas.distill.loop.DistillConfig;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.task.quadrotor.QuadrotorConfig;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of a quadrotor run, as {@code tasks/quadrotor.yaml} binds.
 *
 * @param seed seed of all random numbers
 * @param policies what is trained, by name, in order
 * @param distillSet overrides of the preset while the student is distilled
 * @param distill how the recurrent student is distilled from the teacher
 * @param armFromNothing the arm without a teacher, in the time that distillation takes
 * @param armHalfDistilled updates of the distillation that the third arm begins with, half the time
 * @param armAfterDistillation how the third arm goes on by gradients, in the other half of the time
 * @param evaluation what is flown to compare policies
 * @param gate what a student must pass to leave
 * @param presets every preset of the task as this run flies it, by name
 */
public record QuadrotorRunConfig(
    long seed,
    Map<String, Training> policies,
    List<String> distillSet,
    DistillConfig distill,
    AnalyticConfig armFromNothing,
    int armHalfDistilled,
    AnalyticConfig armAfterDistillation,
    Evaluation evaluation,
    Gate gate,
    Map<String, QuadrotorConfig> presets) {
  private static final String STUDENT = "student-raptor";

  /**
   * Keeps the order of the policies, and lays the run's own presets under the overrides of each:
   * whatever the packaged YAML says by the time of a resume, the run flies what its folder holds.
   */
  public QuadrotorRunConfig {
    Map<String, QuadrotorConfig> own = new LinkedHashMap<>(presets);
    Map<String, Training> trained = new LinkedHashMap<>();
    policies.forEach(
        (name, given) -> trained.put(name, given.with(over(own, given.preset(), given.set()))));
    String taught = trained.containsKey(STUDENT) ? trained.get(STUDENT).preset() : "";
    distillSet = over(own, taught, distillSet);
    policies = Collections.unmodifiableMap(trained);
    presets = Collections.unmodifiableMap(own);
    atLeastOne("arm-half-distilled", armHalfDistilled);
  }

  /** Returns the run's preset as overrides that replace every key of the packaged one. */
  public List<String> over(String preset) {
    return over(presets, preset, List.of());
  }

  private static List<String> over(
      Map<String, QuadrotorConfig> presets, String preset, List<String> set) {
    List<String> all = new ArrayList<>();
    if (presets.containsKey(preset)) {
      all.addAll(presets.get(preset).asOverrides());
    }
    all.addAll(set);
    return List.copyOf(all);
  }

  /**
   * How one policy is trained.
   *
   * @param preset preset of the world
   * @param set overrides of the preset
   * @param group observation group that the policy sees
   * @param network {@code gru} or {@code mlp}
   * @param width embedding and hidden size
   * @param analytic settings of the analytic learner
   * @param updatesPerIteration updates of the analytic learner between flights
   * @param flights environments of a flight that finds the analytic learner's best policy
   * @param learner which of them trains the policy, default {@code analytic}
   * @param ppo settings of PPO; required where it is the learner, for an {@code mlp} only
   */
  public record Training(
      String preset,
      List<String> set,
      String group,
      String network,
      int width,
      AnalyticConfig analytic,
      int updatesPerIteration,
      int flights,
      Optional<LearnerKind> learner,
      Optional<PpoTraining> ppo) {
    /** Copies the overrides and checks what the learner would only find out later. */
    public Training {
      set = List.copyOf(set);
      if (!network.equals("gru") && !network.equals("mlp")) {
        throw new IllegalArgumentException(
            "network is '" + network + "'; fused kernels exist for gru and mlp.");
      }
      if (updatesPerIteration < 1 || flights < 1) {
        throw new IllegalArgumentException("updates-per-iteration and flights must be at least 1.");
      }
      if (learner.equals(Optional.of(LearnerKind.PPO))
          && (ppo.isEmpty() || network.equals("gru"))) {
        throw new IllegalArgumentException(
            "learner is 'ppo', which needs a section ppo (the teacher's shows the keys) and trains"
                + " no recurrent network: give network: mlp.");
      }
    }

    /** Returns the learner. */
    public LearnerKind kind() {
      return learner.orElse(LearnerKind.ANALYTIC);
    }

    /** Returns the same training with other overrides of the preset. */
    Training with(List<String> overrides) {
      return new Training(
          preset,
          overrides,
          group,
          network,
          width,
          analytic,
          updatesPerIteration,
          flights,
          learner,
          ppo);
    }

    /** Returns the world's model. */
    public QuadrotorModel model(Optional<String> otherPreset) {
      return new QuadrotorTask().model(otherPreset.orElse(preset), set);
    }

    /** Returns the network for a world. */
    public LaneNetwork network(QuadrotorModel model) {
      int inputs = model.description().group(group).size();
      int actions = model.description().actions().size();
      return new LaneNetwork(network.equals("gru"), inputs, width, actions);
    }

    /** Returns the number of iterations. */
    public long iterations() {
      return kind() == LearnerKind.PPO
          ? ppo.orElseThrow().iterations()
          : Math.max(1, analytic.updates() / updatesPerIteration);
    }
  }

  /** What is flown to compare policies. */
  public record Evaluation(int quadrotors, int episodes, long seed, boolean figureEight) {
    /** Checks the counts. */
    public Evaluation {
      atLeastOne("quadrotors", quadrotors);
      atLeastOne("episodes", episodes);
    }
  }

  /** What a student must pass to leave. */
  public record Gate(
      List<String> policies, int quadrotors, long seed, double success, double drop) {
    /** Copies the names and checks the numbers. */
    public Gate {
      policies = List.copyOf(policies);
      atLeastOne("quadrotors", quadrotors);
      share("success", success);
      share("drop", drop);
    }
  }

  private static void atLeastOne(String key, int given) {
    if (given < 1) {
      throw new IllegalArgumentException(key + " is " + given + "; at least 1 is needed.");
    }
  }

  private static void share(String key, double given) {
    if (!(given >= 0 && given <= 1)) {
      throw new IllegalArgumentException(key + " is " + given + "; it must be from 0 to 1.");
    }
  }
}
