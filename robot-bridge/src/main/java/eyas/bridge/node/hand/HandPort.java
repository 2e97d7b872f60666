package eyas.bridge.node.hand;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.safety.CommandChannel;
import java.util.List;

/**
 * A connected hand: positions and velocities of the contract's joints in, position targets out as
 * {@code sensor_msgs/JointState}. The safe command holds the joints where they were measured last.
 */
final class HandPort implements RobotPort, MessageBody {
  private static final long BILLION = 1_000_000_000L;

  private final String[] names;
  private final Source joints;
  private final List<CommandChannel> channels;
  private final Publisher<JointState> publisher;
  private final AutoCloseable reader;
  private final double zero;
  private final double[] targets;
  private final double[] positions;
  private long stamp;

  /** How the joints are read. */
  interface Reading {
    /** Starts to read into the source; the result stops it. */
    AutoCloseable start(Source joints);
  }

  HandPort(
      ConnectedNode node,
      PolicyContract contract,
      Settings settings,
      Timebase timebase,
      String topic,
      double zero,
      Reading reading) {
    this.names = contract.action().names().toArray(String[]::new);
    this.zero = zero;
    requireSizes(contract);
    double slew = settings.number("slew_joint", 10, 0.01, 1e6);
    this.channels = contract.action().terms().stream().map(term -> channel(term, slew)).toList();
    this.joints =
        new Source(
            SourceSpec.sensor("joints", 2 * names.length, settings.seconds("timeout_joints", 0.05)),
            timebase,
            settings.seconds("max_stamp_age", 0.2));
    this.targets = new double[names.length];
    this.positions = new double[names.length];
    this.publisher = node.newPublisher(topic, JointState.TYPE, Quality.COMMAND);
    this.reader = reading.start(joints);
  }

  private void requireSizes(PolicyContract contract) {
    for (ObservationTerm term : contract.observation().terms()) {
      if (term.name().startsWith("joint-") && term.size() != names.length) {
        throw new FamilyException(
            "Policy `%s` sees %d %s but commands %d joints; both must be as many."
                .formatted(contract.name(), term.size(), term.name(), names.length));
      }
    }
  }

  private static CommandChannel channel(ActionTerm term, double slew) {
    double safe = Math.max(term.minimum(), Math.min(term.maximum(), 0));
    return new CommandChannel(term.name(), term.minimum(), term.maximum(), slew, safe);
  }

  @Override
  public List<Source> sources() {
    return List.of(joints);
  }

  @Override
  public List<CommandChannel> channels() {
    return channels;
  }

  @Override
  public void write(int input, float[] out, int offset) {
    switch (input) {
      case 0 -> joints.sample().copy(0, names.length, out, offset);
      case 1 -> joints.sample().copy(names.length, names.length, out, offset);
      default -> {
        for (int i = 0; i < names.length; i++) {
          out[offset + i] = (float) targets[i];
        }
      }
    }
  }

  @Override
  public void activate() {
    safe(targets);
  }

  @Override
  public void safe(double[] out) {
    for (int i = 0; i < names.length; i++) {
      CommandChannel channel = channels.get(i);
      double now = joints.sample().present() ? joints.sample().value(i) : channel.safe();
      out[i] = Math.max(channel.lower(), Math.min(channel.upper(), now));
    }
  }

  @Override
  public long dropped() {
    return publisher.dropped();
  }

  @Override
  public long stamp() {
    return joints.sample().stamp();
  }

  @Override
  public void send(double[] command, long dataStamp) {
    System.arraycopy(command, 0, targets, 0, targets.length);
    for (int i = 0; i < positions.length; i++) {
      positions[i] = command[i] + zero;
    }
    stamp = dataStamp;
    publisher.write(this);
  }

  /** {@code sensor_msgs/JointState}: names and position targets [rad]. */
  @Override
  public void write(MessageOutput out) {
    out.sequence(0);
    out.time((int) (stamp / BILLION), (int) (stamp % BILLION));
    out.string("");
    out.length(names.length);
    for (int i = 0; i < names.length; i++) {
      out.string(names[i]);
    }
    out.length(positions.length);
    out.doubles(positions);
    out.length(0);
    out.length(0);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (Exception failure) {
      throw new FamilyException("The reader of the joints did not close: " + failure);
    }
  }
}
