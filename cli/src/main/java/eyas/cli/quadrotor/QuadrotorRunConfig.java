package eyas.cli.quadrotor;

import eyas.distill.loop.DistillConfig;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
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
 * @param armFromNothing the arm without a teacher, as much training as distillation has
 * @param armAfterDistillation the arm that goes on by gradients from what the whole distillation
 *     reached
 * @param evaluation what is flown to compare policies
 * @param gate what a student must pass to leave
 */
public record QuadrotorRunConfig(
    long seed,
    Map<String, Training> policies,
    List<String> distillSet,
    DistillConfig distill,
    AnalyticConfig armFromNothing,
    AnalyticConfig armAfterDistillation,
    Evaluation evaluation,
    Gate gate) {
  /** Keeps the order of the policies. */
  public QuadrotorRunConfig {
    policies = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    distillSet = List.copyOf(distillSet);
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
