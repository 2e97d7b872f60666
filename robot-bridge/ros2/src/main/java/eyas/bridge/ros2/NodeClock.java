package eyas.bridge.ros2;

import eyas.bridge.link.Clock;
import eyas.bridge.link.Quality;
import eyas.bridge.link.SimulatedClock;
import eyas.bridge.link.WallClock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The clock of a node: simulated if its parameter {@code use_sim_time} is true when it starts. */
final class NodeClock implements Clock, AutoCloseable {
  private final WallClock wall = new WallClock();
  private final SimulatedClock simulation = new SimulatedClock();
  private final boolean simulated;
  private final ScheduledExecutorService follower;

  NodeClock(Ros2Node node) {
    simulated =
        node.parameters().flag("~use_sim_time", node.parameters().flag("/use_sim_time", false));
    if (simulated) {
      node.newSubscriber("/clock", eyas.bridge.message.rosgraph_msgs.Clock.TYPE, Quality.SENSOR)
          .addReader(in -> simulation.set(in.timeNanoseconds()));
    }
    follower = Executors.newSingleThreadScheduledExecutor(NodeClock::thread);
    // the result is not asked for: following cannot fail
    var unused = follower.scheduleAtFixedRate(wall::follow, 1, 1, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "eyas-clock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoseconds() {
    return simulated ? simulation.nanoseconds() : wall.nanoseconds();
  }

  @Override
  public boolean simulated() {
    return simulated;
  }

  @Override
  public boolean sleepUntil(long nanoseconds) {
    return simulated ? simulation.sleepUntil(nanoseconds) : wall.sleepUntil(nanoseconds);
  }

  @Override
  public void close() {
    follower.shutdownNow();
    simulation.close();
  }
}
