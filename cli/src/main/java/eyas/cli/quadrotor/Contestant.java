package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.NetworkPolicy;
import eyas.policies.evaluate.baseline.NominalQuadrotor;
import eyas.policies.evaluate.baseline.PidPolicy;
import eyas.sim.task.TaskDescription;
import java.nio.file.Path;

/**
 * Something that flies in a comparison.
 *
 * @param policy flies
 * @param action action key of the worlds it flies in, {@code motors} or {@code rates}
 */
record Contestant(FlightPolicy policy, String action) {
  /** Returns the policy of a bundle; refuses one whose inputs the task does not give. */
  static Contestant of(Path folder, TaskDescription task) {
    return of(PolicyBundle.load(folder).verify(), task);
  }

  /** Returns the policy of a bundle that was verified. */
  static Contestant of(PolicyBundle bundle, TaskDescription task) {
    return new Contestant(
        NetworkPolicy.of(group(bundle, task), bundle), QuadrotorBundles.action(bundle));
  }

  private static String group(PolicyBundle bundle, TaskDescription task) {
    int size = bundle.contract().observation().size();
    return task.groups().stream()
        .filter(group -> group.size() == size && names(bundle).equals(names(group)))
        .findFirst()
        .orElseThrow(
            () ->
                new eyas.cli.run.RunException(
                    "Policy '"
                        + bundle.contract().name()
                        + "' needs the inputs "
                        + names(bundle)
                        + ", but task '"
                        + task.name()
                        + "' has the groups "
                        + task.groups().stream().map(g -> g.name() + names(g)).toList()
                        + ". Give a policy that was trained for this task."))
        .name();
  }

  private static java.util.List<String> names(PolicyBundle bundle) {
    return bundle.contract().observation().names();
  }

  private static java.util.List<String> names(eyas.sim.task.ObservationGroup group) {
    return group.terms().stream().map(eyas.sim.task.ObservationTerm::name).toList();
  }

  /** Returns the cascade that is tuned on the nominal quadrotor. */
  static Contestant pid() {
    return new Contestant(PidPolicy.motors(NominalQuadrotor.MIDDLE), "motors");
  }
}
