package eyas.bridge.ros1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;

/**
 * One subscriber of a topic: a queue of frames and a thread that sends them. When the queue is full
 * the oldest frame is dropped, so that a slow peer is given fresh data and never holds up others.
 * Sending allocates nothing once the buffers have grown to the size of the messages.
 */
final class PublisherLink {
  private final Socket socket;
  private final Map<String, String> header;
  private final byte[][] frames;
  private final int[] sizes;
  private byte[] sending = new byte[0];
  private int head;
  private int count;
  private long dropped;
  private boolean writing;
  private boolean closed;

  /**
   * Creates a link.
   *
   * @param socket whose handshake is done
   * @param header what the subscriber said of itself
   * @param queue frames that wait at most
   */
  PublisherLink(Socket socket, Map<String, String> header, int queue) {
    this.socket = socket;
    this.header = header;
    this.frames = new byte[queue][0];
    this.sizes = new int[queue];
  }

  /** The subscriber's node. */
  String caller() {
    return header.getOrDefault("callerid", "unknown");
  }

  /** Queues a frame; it is copied. */
  synchronized void send(byte[] bytes, int size) {
    if (closed) {
      return;
    }
    if (count == frames.length) {
      head = (head + 1) % frames.length;
      count--;
      dropped++;
    }
    int at = (head + count) % frames.length;
    if (frames[at].length < size) {
      frames[at] = new byte[size + size / 4];
    }
    System.arraycopy(bytes, 0, frames[at], 0, size);
    sizes[at] = size;
    count++;
    notifyAll();
  }

  /** Takes the oldest frame by exchanging buffers; -1 when the link closes. */
  private synchronized int take() throws InterruptedException {
    writing = false;
    notifyAll();
    while (count == 0 && !closed) {
      wait();
    }
    if (closed) {
      return -1;
    }
    byte[] free = sending;
    sending = frames[head];
    frames[head] = free;
    int size = sizes[head];
    head = (head + 1) % frames.length;
    count--;
    writing = true;
    return size;
  }

  /**
   * Waits until all frames have been handed to the kernel: the last command before a node leaves.
   *
   * @param milliseconds to wait at most, for a peer that has stalled
   */
  synchronized void drain(long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    try {
      for (long left = milliseconds; left > 0 && !closed && (count > 0 || writing); ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends until the link closes; runs on a thread of its own. */
  void sendAll() {
    try {
      OutputStream out = socket.getOutputStream();
      for (int size = take(); size >= 0; size = take()) {
        out.write(sending, 0, size);
      }
    } catch (IOException gone) {
      // the peer has left, which is its right
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** Waits until the peer leaves; subscribers never send anything after their header. */
  void awaitEnd() {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // the peer has left, which is its right
    } finally {
      close();
    }
  }

  /** Whether the link has ended. */
  synchronized boolean closed() {
    return closed;
  }

  /** Number of frames that were dropped. */
  synchronized long dropped() {
    return dropped;
  }

  /** Closes the connection. */
  void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      socket.close();
    } catch (IOException failure) {
      // nothing can be done about a socket that does not close
    }
  }
}
