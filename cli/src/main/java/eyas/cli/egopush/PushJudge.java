package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunException;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.evaluate.NetworkPolicy;
import eyas.policies.evaluate.push.PushFlight;
import eyas.policies.evaluate.push.PushScores;
import eyas.policies.evaluate.push.ScriptedPusher;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.List;

/**
 * Lets policies push through the same held-out episodes of one tier.
 *
 * @param model the tier
 * @param episodes number of episodes
 * @param seed of their starts
 * @param device device selector
 */
record PushJudge(EgoPushModel model, int episodes, long seed, String device) {
  List<PushScores> judge(List<FlightPolicy> policies) {
    try (ComputeDevice opened = ComputeDevice.open(device);
        LaneWorld world = new LaneWorld(opened, model, episodes, opened.nativeLanes())) {
      PushFlight flight = new PushFlight(world, model.config());
      return policies.stream().map(policy -> flight.run(policy, seed)).toList();
    }
  }

  FlightPolicy scripted() {
    EgoPushConfig.Command command = model.config().command();
    return new ScriptedPusher(model.description(), command.speed(), command.turn());
  }

  FlightPolicy of(PolicyBundle bundle) {
    List<String> names = bundle.contract().observation().names();
    TaskDescription task = model.description();
    String group =
        task.groups().stream()
            .filter(g -> g.size() == bundle.contract().observation().size())
            .filter(g -> names(g).equals(names))
            .map(ObservationGroup::name)
            .findFirst()
            .orElseThrow(
                () ->
                    new RunException(
                        ("Policy '%s' needs the inputs %s, but this tier has the groups %s. Give a"
                                + " policy that was trained for it.")
                            .formatted(
                                bundle.contract().name(),
                                names,
                                task.groups().stream().map(g -> g.name() + names(g)).toList())));
    return NetworkPolicy.of(group, bundle);
  }

  private static List<String> names(ObservationGroup group) {
    return group.terms().stream().map(ObservationTerm::name).toList();
  }
}
