package eyas.bridge.local;

import eyas.bridge.link.Log;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageReader;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedInput;
import eyas.bridge.message.PackedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One topic within a process. Messages are delivered one after another. */
final class LocalTopic {
  private final String name;
  private final String type;
  private final Log log;
  private final PackedOutput out = new PackedOutput();
  private final PackedInput in = new PackedInput();
  private final List<LocalSubscriber<?>> subscribers = new CopyOnWriteArrayList<>();
  private final AtomicInteger publishers = new AtomicInteger();
  private byte[] latched = new byte[0];
  private boolean isLatched;
  private boolean closed;

  LocalTopic(String name, String type, Log log) {
    this.name = name;
    this.type = type;
    this.log = log;
  }

  String type() {
    return type;
  }

  <M extends Message> Publisher<M> publisher(boolean keepsLast) {
    publishers.incrementAndGet();
    return new LocalPublisher<>(keepsLast);
  }

  <M extends Message> Subscriber<M> subscriber(MessageType<M> messages) {
    LocalSubscriber<M> subscriber = new LocalSubscriber<>(messages);
    subscribers.add(subscriber);
    return subscriber;
  }

  private synchronized void write(MessageBody body, boolean keepsLast) {
    if (closed) {
      return;
    }
    out.clear();
    body.write(out);
    if (keepsLast) {
      latched = out.toBytes();
      isLatched = true;
    }
    for (int i = 0; i < subscribers.size(); i++) {
      subscribers.get(i).deliver(out.buffer(), out.size());
    }
  }

  synchronized void close() {
    closed = true;
    subscribers.clear();
  }

  /** One sending end. */
  private final class LocalPublisher<M extends Message> implements Publisher<M> {
    private final boolean keepsLast;
    private volatile boolean ended;

    LocalPublisher(boolean keepsLast) {
      this.keepsLast = keepsLast;
    }

    @Override
    public String topic() {
      return name;
    }

    @Override
    public void write(MessageBody body) {
      if (!ended) {
        LocalTopic.this.write(body, keepsLast);
      }
    }

    @Override
    public int subscribers() {
      return subscribers.size();
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public void close() {
      if (!ended) {
        ended = true;
        publishers.decrementAndGet();
      }
    }
  }

  /** One receiving end. */
  private final class LocalSubscriber<M extends Message> implements Subscriber<M> {
    private final MessageType<M> messages;
    private final List<MessageReader> readers = new ArrayList<>();
    private final AtomicLong rejected = new AtomicLong();

    LocalSubscriber(MessageType<M> messages) {
      this.messages = messages;
    }

    @Override
    public String topic() {
      return name;
    }

    @Override
    public void addListener(Consumer<M> listener) {
      addReader(input -> listener.accept(messages.read(input)));
    }

    @Override
    public void addReader(MessageReader reader) {
      synchronized (LocalTopic.this) {
        readers.add(reader);
        if (isLatched) {
          give(reader, latched, latched.length);
        }
      }
    }

    void deliver(byte[] bytes, int length) {
      for (int i = 0; i < readers.size(); i++) {
        give(readers.get(i), bytes, length);
      }
    }

    private void give(MessageReader reader, byte[] bytes, int length) {
      try {
        reader.read(in.of(bytes, 0, length));
      } catch (MessageException malformed) {
        rejected.incrementAndGet();
        log.warn("A message on " + name + " was rejected. " + malformed.getMessage());
      } catch (RuntimeException failure) {
        log.error("A listener of " + name + " failed: " + failure);
      }
    }

    @Override
    public int publishers() {
      return publishers.get();
    }

    @Override
    public long rejected() {
      return rejected.get();
    }

    @Override
    public void close() {
      subscribers.remove(this);
    }
  }
}
