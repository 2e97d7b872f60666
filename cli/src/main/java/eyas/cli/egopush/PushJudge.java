package eyas.cli.egopush;

import eyas.assets.policy.CameraContract;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunException;
import eyas.policies.evaluate.NetworkPolicy;
import eyas.policies.evaluate.push.PushScores;
import eyas.policies.evaluate.push.PushTransferReport;
import eyas.policies.evaluate.push.ScriptedPusher;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets policies push through the same held-out episodes of one tier.
 *
 * @param model the tier
 * @param episodes number of episodes
 * @param seed of their starts
 * @param device device selector
 */
record PushJudge(EgoPushModel model, int episodes, long seed, String device) {
  /** Runs all policies in the engine that they learned in. */
  List<PushScores> judge(List<PushPilot> pilots) {
    try (PushArena arena = PushArena.training(device, model, episodes)) {
      return pilots.stream().map(pilot -> arena.run(pilot, seed)).toList();
    }
  }

  /** Runs all policies in both engines. */
  List<PushTransferReport> transfer(List<PushPilot> pilots, EgoPushRunConfig.Gate gate) {
    List<PushScores> training = judge(pilots);
    List<PushTransferReport> reports = new ArrayList<>();
    try (PushArena arena = PushArena.bullet(device, model, episodes)) {
      for (int i = 0; i < pilots.size(); i++) {
        PushScores second = arena.run(pilots.get(i), seed);
        reports.add(
            new PushTransferReport(training.get(i), second, gate.success(), gate.drop(), seed));
      }
    }
    return reports;
  }

  /** Returns the scripted policy. */
  PushPilot scripted() {
    EgoPushConfig.Command command = model.config().command();
    return new PushPilot(
        new ScriptedPusher(model.description(), command.speed(), command.turn()), Optional.empty());
  }

  /** Returns the policy of a bundle; refuses one of another tier's inputs. */
  PushPilot of(PolicyBundle bundle) {
    Optional<CameraContract> camera = bundle.contract().observation().camera();
    int pictures = camera.map(c -> c.pictures().size()).orElse(0);
    List<String> all = bundle.contract().observation().names();
    List<String> names = all.subList(pictures, all.size());
    int pixels = camera.map(c -> pictures * c.width() * c.height()).orElse(0);
    int size = bundle.contract().observation().size() - pixels;
    TaskDescription task = model.description();
    String group =
        task.groups().stream()
            .filter(g -> g.size() == size)
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
    return new PushPilot(
        NetworkPolicy.of(group, bundle), PushCameras.of(bundle, model.config().view()));
  }

  private static List<String> names(ObservationGroup group) {
    return group.terms().stream().map(ObservationTerm::name).toList();
  }
}
