package eyas.cli.quadrotor;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.Licence;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns learned weights into bundles, and bundles into what flies in a world. */
final class QuadrotorBundles {
  private static final int GOLDEN_STEPS = 20;
  private static final double TOLERANCE = 1e-5;

  private QuadrotorBundles() {}

  /** Returns the bundle of a policy, with golden vectors, unsealed. */
  static PolicyBundle of(
      String name,
      QuadrotorModel model,
      String group,
      NetworkWeights weights,
      Optional<Normaliser> normaliser,
      Map<String, Object> provenance,
      long seed) {
    ActionContract action =
        model.layout().rates()
            ? QuadrotorContracts.rates(model.config().rates().roll(), model.config().rates().yaw())
            : QuadrotorContracts.motors();
    PolicyContract contract =
        group.equals("onboard")
            ? QuadrotorContracts.student(name, action, weights.spec(), provenance)
            : privileged(name, action, model.description(), group, weights.spec(), provenance);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((key, shape) -> tensors.put(key, Tensor.of(weights.tensor(key), shape)));
    return PolicyBundle.of(normaliser.map(contract::withNormaliser).orElse(contract), tensors)
        .recordGolden(seed, GOLDEN_STEPS, TOLERANCE);
  }

  // what only a simulator can run: for comparisons
  private static PolicyContract privileged(
      String name,
      ActionContract action,
      TaskDescription task,
      String group,
      NetworkSpec network,
      Map<String, Object> provenance) {
    List<ObservationTerm> terms = new ArrayList<>();
    task.group(group)
        .terms()
        .forEach(t -> terms.add(ObservationTerm.of(t.name(), t.size(), t.unit(), t.frame())));
    return new PolicyContract(
        name,
        task.name(),
        QuadrotorContracts.ROBOT,
        QuadrotorContracts.CONTROL_PERIOD,
        new ObservationContract(terms),
        action,
        network,
        Normaliser.identity(network.inputs()),
        network.stateSize(),
        provenance,
        Map.of(),
        Licence.apache(),
        List.of(),
        TOLERANCE);
  }

  /** Returns the action key of the task's YAML that a bundle speaks. */
  static String action(PolicyBundle bundle) {
    return bundle.contract().action().mapping() == ActionMapping.RATES ? "rates" : "motors";
  }
}
