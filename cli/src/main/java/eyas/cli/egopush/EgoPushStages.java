package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.LearnerStage;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.ppo.PpoLearner;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of a run in their order. */
final class EgoPushStages {
  private EgoPushStages() {}

  static List<Stage> of(EgoPushRunConfig config) {
    List<Stage> stages = new ArrayList<>();
    config
        .teachersInOrder()
        .forEach(name -> stages.add(teacher(name, config.teachers().get(name))));
    config.students().forEach((name, given) -> stages.add(PushDistillation.stage(name, given)));
    stages.add(new PushEvaluateStage());
    stages.add(new PushTransferStage());
    stages.add(new PushExportStage());
    return stages;
  }

  private static Stage teacher(String name, PushTraining training) {
    return new LearnerStage(
        name,
        Phase.TRAIN,
        training.iterations(),
        context -> open(context, training),
        (context, learner) -> keep(context, name, training, learner));
  }

  private static LearnerStage.Opened open(RunContext context, PushTraining training) {
    ComputeDevice device = ComputeDevice.open(context.options().device());
    LaneWorld world =
        new LaneWorld(
            device, training.learningModel(), training.environments(), device.nativeLanes());
    world.reset(context.seed());
    PpoLearner learner =
        new PpoLearner(
            world, training.config(), training.specs(), context.seed(), TorchEngine.usualThreads());
    if (!training.from().isEmpty()) {
      PolicyBundle first = PolicyBundle.load(context.folder().policy(training.from())).verify();
      learner.begin(NetworkWeights.of(first));
    }
    return new LearnerStage.Opened(
        learner,
        () -> {
          world.close();
          device.close();
        });
  }

  private static Map<String, Object> keep(
      RunContext context, String name, PushTraining training, Learner learner) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("run", context.folder().name());
    provenance.put("seed", context.seed());
    provenance.put("preset", training.preset());
    provenance.put("algorithm", learner.algorithm());
    PolicyBundle bundle =
        EgoPushBundles.of(
            name,
            training.model(),
            training.group(),
            learner.best(),
            learner.bestNormaliser(),
            provenance,
            context.seed());
    bundle.save(context.folder().policy(name));
    return Map.of("preset", training.preset(), "iterations", learner.iteration());
  }
}
