package eyas.cli.egopush;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.CameraContract;
import eyas.assets.policy.Licence;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.Tensor;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.egopush.EgoPushCamera;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns learned weights into bundles. */
final class EgoPushBundles {
  private static final int GOLDEN_STEPS = 20;
  private static final double TOLERANCE = 1e-5;

  private EgoPushBundles() {}

  /** Returns the bundle of a policy, with golden vectors, unsealed. */
  static PolicyBundle of(
      String name,
      EgoPushModel model,
      String group,
      NetworkWeights weights,
      Optional<Normaliser> normaliser,
      Map<String, Object> provenance,
      long seed) {
    List<ObservationTerm> terms = new ArrayList<>();
    model
        .description()
        .group(group)
        .terms()
        .forEach(t -> terms.add(ObservationTerm.of(t.name(), t.size(), t.unit(), t.frame())));
    return bundle(
            name,
            model,
            new ObservationContract(terms),
            weights,
            normaliser.orElse(Normaliser.identity(weights.spec().inputs())),
            provenance)
        .recordGolden(seed, GOLDEN_STEPS, TOLERANCE);
  }

  /** Returns the bundle of a policy that sees pictures, with golden vectors, unsealed. */
  static PolicyBundle ofStudent(
      String name,
      EgoPushModel model,
      EgoPushCamera camera,
      String group,
      NetworkWeights weights,
      Map<String, Object> provenance,
      long seed) {
    EgoPushConfig.View view = model.config().view();
    ObservationGroup behind = model.description().group(group);
    ObservationContract observation = PushCameras.contract(camera, view, behind);
    return bundle(
            name,
            model,
            observation,
            weights,
            pictures(observation.camera().orElseThrow(), behind.size()),
            provenance)
        .recordGolden(PushGolden.pictures(observation, seed), TOLERANCE);
  }

  // depth by the greatest depth, as the student learned; what is behind the pictures stays
  private static Normaliser pictures(CameraContract camera, int others) {
    int pixels = camera.pictures().size() * camera.width() * camera.height();
    List<Float> scale = new ArrayList<>(Collections.nCopies(pixels, (float) (1 / camera.far())));
    scale.addAll(Collections.nCopies(others, 1f));
    return new Normaliser(Collections.nCopies(pixels + others, 0f), scale);
  }

  private static PolicyBundle bundle(
      String name,
      EgoPushModel model,
      ObservationContract observation,
      NetworkWeights weights,
      Normaliser normaliser,
      Map<String, Object> provenance) {
    TaskDescription task = model.description();
    PolicyContract contract =
        new PolicyContract(
            name,
            task.name(),
            task.robot(),
            task.controlPeriod(),
            observation,
            action(model.config().command()),
            weights.spec(),
            normaliser,
            weights.spec().stateSize(),
            provenance,
            Map.of(),
            Licence.apache(),
            List.of(),
            TOLERANCE);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((key, shape) -> tensors.put(key, Tensor.of(weights.tensor(key), shape)));
    return PolicyBundle.of(contract, tensors);
  }

  private static ActionContract action(EgoPushConfig.Command command) {
    return new ActionContract(
        ActionMapping.VELOCITY,
        List.of(
            new ActionTerm("speed", "m/s", -command.speed(), command.speed()),
            new ActionTerm("turn", "rad/s", -command.turn(), command.turn())),
        1);
  }
}
