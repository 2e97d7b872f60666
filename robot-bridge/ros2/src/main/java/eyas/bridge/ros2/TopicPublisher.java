package eyas.bridge.ros2;

import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.CdrOutput;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageType;
import java.io.IOException;
import java.util.function.Consumer;

/** A topic that this node publishes. */
final class TopicPublisher<M extends Message> implements Publisher<M> {
  private final String topic;
  private final int largest;
  private final DdsParticipant participant;
  private final Consumer<TopicPublisher<M>> onClose;
  private final us.ihmc.pubsub.publisher.Publisher publisher;
  private final CdrOutput out = new CdrOutput();
  private final Sample sample = new Sample();
  private final Peers subscribers = new Peers();
  private boolean closed;

  TopicPublisher(
      String topic,
      MessageType<M> type,
      Quality quality,
      DdsParticipant participant,
      Consumer<TopicPublisher<M>> onClose) {
    this.topic = topic;
    this.largest = MessageNames.largest(type);
    this.participant = participant;
    this.onClose = onClose;
    this.publisher =
        participant.publisher(
            MessageNames.topic(topic), type, quality, (end, info) -> subscribers.changed(info));
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public synchronized void write(MessageBody body) {
    if (closed) {
      return;
    }
    out.clear();
    body.write(out);
    if (out.size() == CdrOutput.HEADER) {
      // IDL has no empty structures: ROS 2 gives them one byte
      out.int8((byte) 0);
    }
    if (out.size() > largest) {
      throw new MessageException(
          "A message of %d bytes was to be sent on %s; messages of this type have at most %d here."
              .formatted(out.size(), topic, largest));
    }
    sample.of(out.buffer(), out.size());
    try {
      publisher.write(sample);
    } catch (IOException failure) {
      throw new MessageException(
          "A message could not be sent on %s: %s".formatted(topic, failure.getMessage()));
    }
  }

  @Override
  public int subscribers() {
    return subscribers.count();
  }

  /** Always 0: DDS replaces the oldest message of a full queue and does not tell. */
  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    participant.remove(publisher);
    onClose.accept(this);
  }
}
