package eyas.cli.egopush;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.Licence;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.Tensor;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.ArrayList;
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
    TaskDescription task = model.description();
    List<ObservationTerm> terms = new ArrayList<>();
    task.group(group)
        .terms()
        .forEach(t -> terms.add(ObservationTerm.of(t.name(), t.size(), t.unit(), t.frame())));
    PolicyContract contract =
        new PolicyContract(
            name,
            task.name(),
            task.robot(),
            task.controlPeriod(),
            new ObservationContract(terms),
            action(model.config().command()),
            weights.spec(),
            normaliser.orElse(Normaliser.identity(weights.spec().inputs())),
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
    return PolicyBundle.of(contract, tensors).recordGolden(seed, GOLDEN_STEPS, TOLERANCE);
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
