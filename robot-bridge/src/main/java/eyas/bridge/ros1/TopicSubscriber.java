package eyas.bridge.ros1;

import eyas.bridge.link.Log;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageReader;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedInput;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A topic that this node subscribes to: one link for each publisher. */
final class TopicSubscriber<M extends Message> implements Subscriber<M> {
  private final String topic;
  private final String node;
  private final MessageType<M> type;
  private final Log log;
  private final Consumer<TopicSubscriber<M>> onClose;
  private final Map<URI, SubscriberLink> links = new LinkedHashMap<>();
  private final AtomicLong rejected = new AtomicLong();
  private volatile MessageReader[] readers = {};
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
    addReader(in -> listener.accept(type.read(in)));
  }

  @Override
  public synchronized void addReader(MessageReader reader) {
    MessageReader[] more = Arrays.copyOf(readers, readers.length + 1);
    more[readers.length] = reader;
    readers = more;
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
    MessageReader[] now = readers;
    for (int i = 0; i < now.length; i++) {
      try {
        now[i].read(in.of(bytes, 0, length));
      } catch (MessageException malformed) {
        rejected.incrementAndGet();
        log.warn("A message on " + topic + " was rejected. " + malformed.getMessage());
      } catch (RuntimeException failure) {
        log.error("A listener of " + topic + " failed: " + failure);
      }
    }
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
