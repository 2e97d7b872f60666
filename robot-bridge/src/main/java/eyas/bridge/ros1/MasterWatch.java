package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.Log;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;

/** Notices within about a second that the master has gone, and registers again when it is back. */
final class MasterWatch implements AutoCloseable {
  private static final long PERIOD_MILLISECONDS = 1000;

  private final MasterClient master;
  private final Runnable registerAgain;
  private final Runnable everySecond;
  private final Log log;
  private final Thread thread;
  private int pid;
  private boolean away;
  private volatile boolean closed;

  MasterWatch(MasterClient master, int pid, Runnable registerAgain, Runnable everySecond, Log log) {
    this.master = master;
    this.pid = pid;
    this.registerAgain = registerAgain;
    this.everySecond = everySecond;
    this.log = log;
    this.thread = Threads.start("master watch", this::run);
  }

  private void run() {
    while (!closed) {
      try {
        Thread.sleep(PERIOD_MILLISECONDS);
        everySecond.run();
        look();
      } catch (InterruptedException stopped) {
        return;
      } catch (XmlRpcException | LinkException failure) {
        if (!away && !closed) {
          away = true;
          log.warn("The ROS master is away; connections go on. " + failure.getMessage());
        }
      }
    }
  }

  private void look() {
    int now = master.pid();
    if (away || now != pid) {
      registerAgain.run();
      log.info("The ROS master is back; everything is registered again.");
      away = false;
      pid = now;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
