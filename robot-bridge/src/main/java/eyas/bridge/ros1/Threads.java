package eyas.bridge.ros1;

/** Threads of a node: daemons with small stacks. */
final class Threads {
  private static final long STACK = 256 << 10;

  private Threads() {}

  /** Starts a thread. */
  static Thread start(String name, Runnable work) {
    Thread thread = new Thread(null, work, "eyas-" + name, STACK);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
