package eyas.bridge.link;

import eyas.bridge.message.MessageReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * The readers of a topic. A connection may bring a latched message before the first reader is added
 * to a new subscriber, and it comes only once: the newest messages are kept until then.
 */
public final class Readers {
  private static final MessageReader[] NONE = {};
  private static final int MOST_KEPT = 16;

  // guards what is kept, and that readers are added only when it has been read
  private final Object adding = new Object();
  private final Deque<byte[]> kept = new ArrayDeque<>();
  private volatile MessageReader[] readers = NONE;

  /**
   * Adds a reader. The first one is given what was kept, on the caller's thread, before any later
   * message.
   *
   * @param reader added
   * @param give gives one message to one reader and does not throw
   */
  public void add(MessageReader reader, BiConsumer<MessageReader, byte[]> give) {
    synchronized (adding) {
      while (!kept.isEmpty()) {
        give.accept(reader, kept.removeFirst());
      }
      MessageReader[] more = Arrays.copyOf(readers, readers.length + 1);
      more[readers.length] = reader;
      readers = more;
    }
  }

  /**
   * Returns those that are to be given a message, not to be modified; with no reader yet, keeps a
   * copy of the message. Allocates nothing once there is a reader.
   *
   * @param bytes of the message
   * @param length number of them
   */
  public MessageReader[] of(byte[] bytes, int length) {
    MessageReader[] now = readers;
    if (now.length > 0) {
      return now;
    }
    synchronized (adding) {
      if (readers.length == 0) {
        if (kept.size() == MOST_KEPT) {
          kept.removeFirst();
        }
        kept.addLast(Arrays.copyOf(bytes, length));
      }
      return readers;
    }
  }
}
