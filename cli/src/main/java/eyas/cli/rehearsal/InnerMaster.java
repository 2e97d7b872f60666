package eyas.cli.rehearsal;

import eyas.bridge.ros1.master.RosMaster;
import java.net.URI;

/** The master of this process. */
final class InnerMaster implements Master {
  private RosMaster master = new RosMaster("127.0.0.1", 0);

  @Override
  public String kind() {
    return "in-JVM";
  }

  @Override
  public synchronized URI uri() {
    return master.uri();
  }

  @Override
  public synchronized void restart() {
    int port = master.uri().getPort();
    master.close();
    master = new RosMaster("127.0.0.1", port);
  }

  @Override
  public synchronized void close() {
    master.close();
  }
}
