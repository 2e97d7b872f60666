package eyas.bridge.fuzz;

import eyas.bridge.message.CdrInput;
import eyas.bridge.message.CdrOutput;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedInput;
import eyas.bridge.message.PackedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages in the wire format of ROS 1 or in that of DDS, read as their own or another type. */
final class MessageTarget implements FuzzTarget {
  private static final List<String> WORDS = List.of("\0\0\0\0", "\u0001\0\0\0", "base\0", "\u0080");

  private final boolean dds;
  private final List<byte[]> samples = new ArrayList<>();
  private final List<MessageType<?>> types = MessageSamples.types();

  /**
   * Creates a target.
   *
   * @param dds whether messages are written in CDR
   */
  MessageTarget(boolean dds) {
    this.dds = dds;
    MessageSamples.all().forEach(message -> samples.add(bytes(message)));
  }

  private byte[] bytes(Message message) {
    if (dds) {
      CdrOutput out = new CdrOutput();
      message.write(out);
      return out.toBytes();
    }
    PackedOutput out = new PackedOutput();
    message.write(out);
    return out.toBytes();
  }

  @Override
  public String name() {
    return dds ? "dds messages" : "ros 1 messages";
  }

  @Override
  public byte[] damaged(SplittableRandom random) {
    return new Damage(random, WORDS).of(samples.get(random.nextInt(samples.size())));
  }

  @Override
  public void read(byte[] input, SplittableRandom random) {
    // the first number is the one that chose the sample
    MessageType<?> type = types.get(random.nextInt(types.size()));
    if (dds) {
      type.read(new CdrInput().of(input, 0, input.length));
    } else {
      type.read(new PackedInput().of(input, 0, input.length));
    }
  }

  @Override
  public Class<? extends Exception> refusal() {
    return MessageException.class;
  }
}
