package eyas.bridge.ros2;

import eyas.bridge.link.Log;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Readers;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.CdrInput;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageReader;
import eyas.bridge.message.MessageType;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import us.ihmc.pubsub.common.MatchingInfo;
import us.ihmc.pubsub.common.SampleInfo;
import us.ihmc.pubsub.subscriber.SubscriberListener;

/** A topic that this node subscribes to; messages are read on the thread of DDS. */
final class TopicSubscriber<M extends Message>
    implements Subscriber<M>, SubscriberListener<Sample> {
  private final String topic;
  private final MessageType<M> type;
  private final Log log;
  private final DdsParticipant participant;
  private final Consumer<TopicSubscriber<M>> onClose;
  private final Peers publishers = new Peers();
  private final AtomicLong rejected = new AtomicLong();
  private final Sample sample = new Sample();
  private final SampleInfo info = new SampleInfo();
  private final CdrInput in = new CdrInput();
  // held while a message is read; DDS has locks of its own, which must not be taken under it
  private final Object reading = new Object();
  private final us.ihmc.pubsub.subscriber.Subscriber<?> subscriber;
  private final Readers readers = new Readers();
  private boolean closed;

  TopicSubscriber(
      String topic,
      MessageType<M> type,
      Quality quality,
      DdsParticipant participant,
      Log log,
      Consumer<TopicSubscriber<M>> onClose) {
    this.topic = topic;
    this.type = type;
    this.participant = participant;
    this.log = log;
    this.onClose = onClose;
    this.subscriber = participant.subscriber(MessageNames.topic(topic), type, quality, this);
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public void addListener(Consumer<M> listener) {
    addReader(input -> listener.accept(type.read(input)));
  }

  @Override
  public void addReader(MessageReader reader) {
    CdrInput early = new CdrInput();
    // a reader may close this topic: close looks for this lock
    synchronized (reading) {
      readers.add(reader, (first, bytes) -> give(first, early, bytes, bytes.length));
    }
  }

  /** DDS has one more sample. */
  @Override
  public void onNewDataMessage(us.ihmc.pubsub.subscriber.Subscriber<Sample> source) {
    synchronized (reading) {
      if (!closed && source.takeNextData(sample, info)) {
        deliver(Math.min(info.getDataLength(), sample.length()));
      }
    }
  }

  private void deliver(int length) {
    MessageReader[] now = readers.of(sample.bytes(), length);
    for (int i = 0; i < now.length; i++) {
      give(now[i], in, sample.bytes(), length);
    }
  }

  private void give(MessageReader reader, CdrInput from, byte[] bytes, int length) {
    try {
      reader.read(from.of(bytes, 0, length));
    } catch (MessageException malformed) {
      rejected(malformed);
    } catch (RuntimeException failure) {
      log.error("A listener of " + topic + " failed: " + failure);
    }
  }

  // told after 1, 2, 4, 8 ... so that a broken peer does not fill the log
  private void rejected(MessageException malformed) {
    long count = rejected.incrementAndGet();
    if (Long.bitCount(count) == 1) {
      log.warn(
          "Message %d on %s that was rejected. %s".formatted(count, topic, malformed.getMessage()));
    }
  }

  @Override
  public void onSubscriptionMatched(
      us.ihmc.pubsub.subscriber.Subscriber<Sample> source, MatchingInfo match) {
    publishers.changed(match);
  }

  @Override
  public int publishers() {
    return publishers.count();
  }

  @Override
  public long rejected() {
    return rejected.get();
  }

  @Override
  public void close() {
    boolean fromListener = Thread.holdsLock(reading);
    synchronized (reading) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (fromListener) {
      // DDS waits for the listener to return before it lets go of the topic
      Thread remover = new Thread(() -> participant.remove(subscriber), "eyas-close");
      remover.setDaemon(true);
      remover.start();
    } else {
      participant.remove(subscriber);
    }
    onClose.accept(this);
  }
}
