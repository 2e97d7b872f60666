package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.cli.run.LearnerStage;
import eyas.cli.run.RunContext;
import eyas.distill.curriculum.TaskCells;
import eyas.distill.curriculum.TaskSampler;
import eyas.distill.loop.Classroom;
import eyas.distill.loop.DistillConfig;
import eyas.distill.loop.DistillationLoop;
import eyas.distill.teacher.Teachers;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticLearner;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.ppo.PpoLearner;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;
import java.util.Optional;

/** Opens the learners of a run on its device. */
final class LearnerFactory {
  private LearnerFactory() {}

  /** Returns the learner that a policy's section asks for, from fresh weights. */
  static LearnerStage.Opened fresh(RunContext context, Training training) {
    return switch (training.kind()) {
      case ANALYTIC -> analytic(context, training, training.analytic(), Optional.empty());
      case PPO -> ppo(context, training);
    };
  }

  private static LearnerStage.Opened ppo(RunContext context, Training training) {
    PpoTraining ppo = training.ppo().orElseThrow();
    QuadrotorModel model = ppo.model(training.preset(), training.set());
    QuadrotorLab lab = QuadrotorLab.open(context.options().device());
    LaneWorld world = new LaneWorld(lab.device(), model, ppo.environments(), lab.lanes());
    world.reset(context.seed());
    PpoLearner learner =
        new PpoLearner(world, ppo.config(training.group(), training.width()), context.seed());
    return new LearnerStage.Opened(
        learner,
        () -> {
          world.close();
          lab.close();
        });
  }

  /**
   * Returns the analytic learner of a policy; {@code first}: a bundle whose weights it starts from.
   */
  static LearnerStage.Opened analytic(
      RunContext context, Training training, AnalyticConfig window, Optional<PolicyBundle> first) {
    QuadrotorModel model = training.model(Optional.empty());
    QuadrotorLab lab = QuadrotorLab.open(context.options().device());
    AnalyticLearner learner =
        new AnalyticLearner(
            lab.device(),
            lab.lanes(),
            model,
            training.group(),
            training.network(model),
            window,
            training.updatesPerIteration(),
            training.flights(),
            context.seed());
    first.ifPresent(bundle -> learner.start(bundle.weights()));
    return new LearnerStage.Opened(learner, lab::close);
  }

  /** Returns the distillation of the teacher's bundle into a recurrent student. */
  static LearnerStage.Opened distillation(
      RunContext context,
      Training training,
      List<String> set,
      DistillConfig config,
      PolicyBundle teacher) {
    QuadrotorModel model = new QuadrotorTask().model(training.preset(), set);
    QuadrotorLab lab = QuadrotorLab.open(context.options().device());
    LaneNetwork network = LaneNetwork.of(teacher.contract().network());
    Teachers teachers =
        new Teachers(network, model.description().group("privileged"), network.pack(teacher));
    Classroom room =
        new Classroom(
            lab.device(),
            lab.lanes(),
            model,
            (ObservationGroup.Sensed) model.description().group(training.group()),
            TaskCells.distribution(model),
            Optional.of(teachers));
    return new LearnerStage.Opened(
        new DistillationLoop(room, config, TaskSampler.uniform(), context.seed()), lab::close);
  }
}
