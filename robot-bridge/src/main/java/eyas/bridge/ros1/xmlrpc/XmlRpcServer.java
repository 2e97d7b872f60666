package eyas.bridge.ros1.xmlrpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Answers calls over HTTP. Whatever arrives, the caller is answered with a value or a fault and the
 * server lives on; refused calls are counted.
 */
public final class XmlRpcServer implements AutoCloseable {
  /** Longest call that is read [bytes]. */
  public static final int LONGEST = 4 << 20;

  private static final int THREADS = 64;
  private static final int IDLE_SECONDS = 10;
  private static final int OK = 200;
  private static final int TOO_LONG = 413;

  static {
    // a caller that sends half a request must not hold a thread for ever
    System.setProperty(
        "sun.net.httpserver.maxReqTime", System.getProperty("sun.net.httpserver.maxReqTime", "5"));
    System.setProperty(
        "sun.net.httpserver.maxRspTime", System.getProperty("sun.net.httpserver.maxRspTime", "10"));
  }

  private final HttpServer http;
  private final ExecutorService threads;
  private final Function<XmlRpcCall, Object> answer;
  private final AtomicLong refused = new AtomicLong();

  /**
   * Starts a server.
   *
   * @param address where it listens; port 0 takes a free one
   * @param answer gives the value of the response; an exception becomes a fault
   */
  public XmlRpcServer(InetSocketAddress address, Function<XmlRpcCall, Object> answer)
      throws IOException {
    this.answer = answer;
    this.threads = pool();
    this.http = HttpServer.create(address, 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  private static ExecutorService pool() {
    return new ThreadPoolExecutor(
        2,
        THREADS,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "eyas-xmlrpc");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** The port on which the server listens. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** Number of calls that were answered with a fault. */
  public long refused() {
    return refused.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] call = exchange.getRequestBody().readNBytes(LONGEST + 1);
      if (call.length > LONGEST) {
        refused.incrementAndGet();
        exchange.sendResponseHeaders(TOO_LONG, -1);
        return;
      }
      byte[] response = respond(call);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(OK, response.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(response);
      }
    }
  }

  // errors too: a stack overflow must not leave the caller without an answer
  @SuppressWarnings("CatchAndPrintStackTrace")
  private byte[] respond(byte[] call) {
    try {
      return XmlRpcWriter.response(answer.apply(XmlRpcReader.call(call)));
    } catch (RuntimeException | StackOverflowError failure) {
      refused.incrementAndGet();
      return XmlRpcWriter.fault(1, String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
