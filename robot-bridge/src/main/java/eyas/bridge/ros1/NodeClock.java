package eyas.bridge.ros1;

import eyas.bridge.link.Quality;
import eyas.bridge.link.SimulatedClock;
import eyas.bridge.link.Subscriber;
import eyas.bridge.link.WallClock;
import java.util.Optional;

/** The clock of a node: simulated if {@code /use_sim_time} was true when it started. */
final class NodeClock implements eyas.bridge.link.Clock, AutoCloseable {
  private final WallClock wall = new WallClock();
  private final SimulatedClock simulation = new SimulatedClock();
  private final Optional<Subscriber<eyas.bridge.message.rosgraph_msgs.Clock>> topic;

  NodeClock(Ros1Node node) {
    boolean simulated = node.parameters().flag("/use_sim_time", false);
    topic =
        simulated
            ? Optional.of(
                node.newSubscriber(
                    "/clock", eyas.bridge.message.rosgraph_msgs.Clock.TYPE, Quality.SENSOR))
            : Optional.empty();
    topic.ifPresent(clock -> clock.addReader(in -> simulation.set(in.timeNanoseconds())));
  }

  /** Compares the wall clock with the system's. */
  void follow() {
    wall.follow();
  }

  @Override
  public long nanoseconds() {
    return simulated() ? simulation.nanoseconds() : wall.nanoseconds();
  }

  @Override
  public boolean simulated() {
    return topic.isPresent();
  }

  @Override
  public boolean sleepUntil(long nanoseconds) {
    return simulated() ? simulation.sleepUntil(nanoseconds) : wall.sleepUntil(nanoseconds);
  }

  @Override
  public void close() {
    simulation.close();
  }
}
