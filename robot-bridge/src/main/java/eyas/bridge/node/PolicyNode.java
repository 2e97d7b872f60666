package eyas.bridge.node;

import eyas.assets.config.ConfigWriter;
import eyas.assets.policy.PolicyBundle;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeMain;
import eyas.bridge.link.Quality;
import eyas.bridge.node.control.ControlLoop;
import eyas.bridge.node.control.ControlSettings;
import eyas.bridge.node.control.Controller;
import eyas.bridge.node.control.WaitListener;
import eyas.bridge.node.family.Binding;
import eyas.bridge.node.family.Families;
import eyas.bridge.node.family.RobotFamily;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Role;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.ControlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy on a robot. It checks the bundle (hash, seal, golden vectors), matches its contract with
 * the robot family, and steps it at a fixed rate while the operator holds the enable signal. It
 * never arms and never switches modes. Parameters, topics and states: docs/deploy.md.
 */
public final class PolicyNode implements NodeMain {
  private Optional<Parts> parts = Optional.empty();

  /** What runs. */
  private record Parts(
      Controller controller,
      ControlLoop loop,
      Reporter reporter,
      RobotPort port,
      List<Source> sources,
      DebugTopics debug) {}

  /** Creates a node that has not started. */
  public PolicyNode() {}

  @Override
  public String defaultName() {
    return "policy";
  }

  /**
   * Starts the node.
   *
   * @throws eyas.assets.policy.BundleException if the bundle is damaged, misses its golden vectors
   *     or has no seal
   * @throws eyas.bridge.node.family.FamilyException if it does not fit the robot or a parameter is
   *     impossible
   */
  @Override
  public void onStart(ConnectedNode node) {
    try {
      begin(node);
    } catch (RuntimeException refused) {
      node.log().error("The policy node does not start. " + refused.getMessage());
      throw refused;
    }
  }

  private void begin(ConnectedNode node) {
    Settings settings = Settings.of(node.parameters());
    PolicyBundle bundle = PolicyChoice.load(settings);
    RobotFamily family = Families.named(settings.text("family", "quadrotor-mavros"));
    Binding binding = Binding.of(bundle.contract(), family);
    ControlSettings control = ControlSettings.of(settings, bundle.contract());
    Timebase timebase = new Timebase(node.clock());
    RobotPort port = family.open(node, bundle.contract(), settings, timebase);
    List<Source> enables = new EnableSignals(node, settings, timebase).sources();
    TransitionLog log = new TransitionLog();
    DebugTopics debug = new DebugTopics(node);
    Controller controller =
        new Controller(bundle, binding, port, enables, control, timebase, log, debug);
    WaitListener progress = timebase.simulated() ? new ProgressTopic(node, controller) : next -> {};
    ControlLoop loop = new ControlLoop(controller, timebase, progress);
    List<Source> all = new ArrayList<>(port.sources());
    all.addAll(enables);
    Reporter reporter =
        new Reporter(
            node,
            log,
            new DiagnosticsDocument(controller, port, loop.figures(), all),
            loop::failure);
    publishInfo(
        node, InfoDocument.of(bundle, family.name(), control, port.channels(), settings.used()));
    parts = Optional.of(new Parts(controller, loop, reporter, port, List.copyOf(all), debug));
    reporter.start();
    loop.start();
    node.log()
        .info(
            "Policy %s is loaded and has passed its self-test; family %s, %.0f Hz."
                .formatted(bundle.contract().name(), family.name(), 1 / control.period()));
  }

  private static void publishInfo(ConnectedNode node, InfoDocument info) {
    node.newPublisher("~info", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
        .publish(new eyas.bridge.message.std_msgs.String(ConfigWriter.json(info)));
  }

  @Override
  public void onShutdown(ConnectedNode node) {
    parts.ifPresent(
        running -> {
          running.loop().close();
          running.controller().leave();
          running.reporter().close();
          running.port().close();
        });
  }

  /** The state now; {@link ControlState#IDLE} before the start. */
  public ControlState state() {
    return parts.map(running -> running.controller().state()).orElse(ControlState.IDLE);
  }

  /** Number of listeners of the debug topics. */
  int debugListeners() {
    return parts.map(running -> running.debug().listeners()).orElse(0);
  }

  /** Number of messages of a role that have come in, good or not. */
  long heard(Role role) {
    return parts.stream()
        .flatMap(running -> running.sources().stream())
        .filter(source -> source.spec().role() == role)
        .mapToLong(source -> source.counts().taken() + source.counts().dropped())
        .sum();
  }

  /** The loop that runs, for measurements; empty before the start. */
  public Optional<ControlLoop> loop() {
    return parts.map(Parts::loop);
  }
}
