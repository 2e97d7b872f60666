package eyas.bridge.ros1;

import eyas.bridge.link.Log;
import eyas.bridge.link.Readers;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageReader;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedInput;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A topic that this node subscribes to: one link for each publisher. */
final class TopicSubscriber<M extends Message> implements Subscriber<M> {
  private static final long WARN_NANOSECONDS = 1_000_000_000L;

  private final String topic;
  private final String node;
  private final MessageType<M> type;
  private final Log log;
  private final Consumer<TopicSubscriber<M>> onClose;
  private final Map<URI, SubscriberLink> links = new LinkedHashMap<>();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong warned = new AtomicLong(System.nanoTime() - WARN_NANOSECONDS);
  private final Readers readers = new Readers();
  private boolean closed;

  TopicSubscriber(
      String topic,
      String node,
      MessageType<M> type,
      Log log,
      Consumer<TopicSubscriber<M>> onClose) {
    this.topic = topic;
    this.node = node;
    this.type = type;
    this.log = log;
    this.onClose = onClose;
  }

  @Override
  public String topic() {
    return topic;
  }

  MessageType<M> type() {
    return type;
  }

  @Override
  public void addListener(Consumer<M> listener) {
    addReader(
        in -> {
          M message = type.read(in);
          if (in.remaining() > 0) {
            throw new MessageException(
                "A message of type %s was followed by %d bytes that do not belong to it."
                    .formatted(type.name(), in.remaining()));
          }
          listener.accept(message);
        });
  }

  @Override
  public void addReader(MessageReader reader) {
    PackedInput in = new PackedInput();
    readers.add(reader, (first, bytes) -> give(first, in, bytes, bytes.length));
  }

  /** Keeps links to these publishers, and to others only while their connections work. */
  synchronized void publishers(Collection<URI> uris) {
    if (closed) {
      return;
    }
    Set<URI> wanted = Set.copyOf(uris);
    links.forEach((uri, link) -> keep(link, wanted.contains(uri)));
    links.values().removeIf(SubscriberLink::ended);
    for (URI uri : wanted) {
      links.computeIfAbsent(uri, this::connect);
    }
  }

  private static void keep(SubscriberLink link, boolean wanted) {
    if (!wanted) {
      link.retire();
    } else if (!link.resume()) {
      link.close();
    }
  }

  private SubscriberLink connect(URI uri) {
    SubscriberLink link = new SubscriberLink(uri, topic, node, type, log, this::deliver);
    Threads.start("subscriber " + topic, link::run);
    return link;
  }

  /** Gives one message to all readers. */
  private void deliver(PackedInput in, byte[] bytes, int length) {
    MessageReader[] now = readers.of(bytes, length);
    for (int i = 0; i < now.length; i++) {
      give(now[i], in, bytes, length);
    }
  }

  private void give(MessageReader reader, PackedInput in, byte[] bytes, int length) {
    try {
      reader.read(in.of(bytes, 0, length));
    } catch (MessageException malformed) {
      rejected.incrementAndGet();
      if (mayWarn()) {
        log.warn(
            "A message on %s was rejected, the %d. so far. %s"
                .formatted(topic, rejected.get(), malformed.getMessage()));
      }
    } catch (RuntimeException failure) {
      if (mayWarn()) {
        log.error("A listener of " + topic + " failed: " + failure);
      }
    }
  }

  // once a second at most: a peer that sends garbage must not fill the log
  private boolean mayWarn() {
    long now = System.nanoTime();
    long last = warned.get();
    return now - last >= WARN_NANOSECONDS && warned.compareAndSet(last, now);
  }

  /** The publishers that are connected: their XML-RPC addresses. */
  synchronized List<URI> peers() {
    return links.values().stream()
        .filter(SubscriberLink::connected)
        .map(SubscriberLink::uri)
        .toList();
  }

  @Override
  public int publishers() {
    return peers().size();
  }

  @Override
  public long rejected() {
    return rejected.get();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      links.values().forEach(SubscriberLink::close);
      links.clear();
    }
    onClose.accept(this);
  }
}
