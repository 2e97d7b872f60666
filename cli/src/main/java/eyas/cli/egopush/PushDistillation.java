package eyas.cli.egopush;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.LearnerStage;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.distill.vision.VisionDistiller;
import eyas.distill.vision.VisionTeacher;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.egopush.EgoPushImages;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Distils a run's teacher into a student that sees pictures. */
final class PushDistillation {
  private PushDistillation() {}

  static Stage stage(String name, PushStudent student) {
    return new LearnerStage(
        name,
        Phase.DISTILL,
        student.distill().windows(),
        context -> open(context, student),
        (context, learner) -> keep(context, name, student, learner));
  }

  private static LearnerStage.Opened open(RunContext context, PushStudent student) {
    PushTraining training = config(context).teacher(student);
    PolicyBundle bundle = PolicyBundle.load(context.folder().policy(student.teacher())).verify();
    EgoPushModel model = student.learningModel(training);
    int extras = model.description().group(student.distill().studentGroup()).size();
    NetworkSpec spec = student.network(bundle.contract().network(), extras);
    PushArena arena = PushArena.training(context.options().device(), model, student.environments());
    arena.world().reset(context.seed());
    EgoPushImages images = arena.images(student.camera(), model.config().view().farthest());
    VisionTeacher teacher =
        new VisionTeacher(
            training.group(), NetworkWeights.of(bundle), bundle.contract().normaliser());
    VisionDistiller distiller =
        new VisionDistiller(
            arena.world(), images, spec, teacher, student.distill(), context.seed());
    return new LearnerStage.Opened(
        distiller,
        () -> {
          teacher.close();
          images.close();
          arena.close();
        });
  }

  private static EgoPushRunConfig config(RunContext context) {
    return context.config().bind(EgoPushRunConfig.class);
  }

  private static Map<String, Object> keep(
      RunContext context, String name, PushStudent student, Learner learner) {
    PushTraining training = config(context).teacher(student);
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("run", context.folder().name());
    provenance.put("seed", context.seed());
    provenance.put("preset", training.preset());
    provenance.put("algorithm", learner.algorithm());
    provenance.put("teacher", student.teacher());
    EgoPushBundles.ofStudent(
            name,
            training.model(),
            student.camera(),
            student.distill().studentGroup(),
            learner.best(),
            provenance,
            context.seed())
        .save(context.folder().policy(name));
    long frames = learner.iteration() * student.distill().steps() * student.environments();
    return Map.of("preset", training.preset(), "teacher", student.teacher(), "frames", frames);
  }
}
