package eyas.bridge.ros1;

import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedOutput;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A topic that this node publishes. */
final class TopicPublisher<M extends Message> implements Publisher<M> {
  // more would wait in the kernel for a peer that has stalled, and be old when it is read
  private static final int SMALL_BUFFER = 32 << 10;

  private static final long DRAIN_MILLISECONDS = 100;

  private final String topic;
  private final String node;
  private final MessageType<M> type;
  private final Quality quality;
  private final Consumer<TopicPublisher<M>> onClose;
  private final PackedOutput out = new PackedOutput();
  private volatile PublisherLink[] links = {};
  private long droppedByEnded;
  private int sequence;
  private boolean published;
  private boolean closed;

  TopicPublisher(
      String topic,
      String node,
      MessageType<M> type,
      Quality quality,
      Consumer<TopicPublisher<M>> onClose) {
    this.topic = topic;
    this.node = node;
    this.type = type;
    this.quality = quality;
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
  public synchronized void write(MessageBody body) {
    if (closed) {
      return;
    }
    // frame: length, then the message
    out.clear();
    out.int32(0);
    out.number(sequence++);
    body.write(out);
    out.patch(0, out.size() - 4);
    published = true;
    PublisherLink[] now = links;
    for (int i = 0; i < now.length; i++) {
      now[i].send(out.buffer(), out.size());
    }
  }

  /** Refuses a subscriber that asks for something else. */
  void check(Map<String, String> header) throws TcpServer.Refusal {
    String md5 = header.getOrDefault("md5sum", "");
    String wanted = header.getOrDefault("type", "*");
    if (!md5.equals("*") && !md5.equals(type.md5())) {
      throw new TcpServer.Refusal(
          "topic "
              + topic
              + " is of type "
              + type.name()
              + " with md5sum "
              + type.md5()
              + "; the subscriber asked for "
              + wanted
              + " with md5sum "
              + (md5.isEmpty() ? "(none)" : md5));
    }
  }

  /** Connects a subscriber whose header has been checked; returns when it leaves. */
  void serve(Socket socket, Map<String, String> header) throws IOException {
    if (quality.queue() == 1) {
      socket.setSendBufferSize(SMALL_BUFFER);
    }
    ConnectionHeader.write(socket.getOutputStream(), answer());
    PublisherLink link = new PublisherLink(socket, header, quality.queue());
    add(link);
    Threads.start("publisher " + topic, link::sendAll);
    link.awaitEnd();
    remove(link);
  }

  private Map<String, String> answer() {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("callerid", node);
    answer.put("topic", topic);
    answer.put("type", type.name());
    answer.put("md5sum", type.md5());
    answer.put("message_definition", type.definition());
    answer.put("latching", quality.latched() ? "1" : "0");
    return answer;
  }

  private synchronized void add(PublisherLink link) {
    PublisherLink[] more = Arrays.copyOf(links, links.length + 1);
    more[links.length] = link;
    links = more;
    if (closed) {
      link.close();
    } else if (quality.latched() && published) {
      link.send(out.buffer(), out.size());
    }
  }

  private synchronized void remove(PublisherLink link) {
    droppedByEnded += link.dropped();
    links = Arrays.stream(links).filter(other -> other != link).toArray(PublisherLink[]::new);
  }

  /** The subscribers' nodes. */
  List<String> peers() {
    return Arrays.stream(links).map(PublisherLink::caller).toList();
  }

  @Override
  public int subscribers() {
    return links.length;
  }

  @Override
  public synchronized long dropped() {
    return droppedByEnded + Arrays.stream(links).mapToLong(PublisherLink::dropped).sum();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    Arrays.stream(links).forEach(link -> link.drain(DRAIN_MILLISECONDS));
    onClose.accept(this);
    Arrays.stream(links).forEach(PublisherLink::close);
  }
}
