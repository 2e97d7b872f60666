package eyas.bridge.node.hand;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.ServiceClient;
import eyas.bridge.message.leap_hand.LeapPosition;
import eyas.bridge.message.leap_hand.LeapPositionRequest;
import eyas.bridge.message.leap_hand.LeapPositionResponse;
import eyas.bridge.message.leap_hand.LeapVelocity;
import eyas.bridge.message.leap_hand.LeapVelocityRequest;
import eyas.bridge.message.leap_hand.LeapVelocityResponse;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the LEAP driver's services for positions and velocities, again and again, on a thread of its
 * own. A sample counts from the moment it was asked for.
 */
final class LeapReader implements AutoCloseable {
  private static final long PAUSE = 100_000_000L;

  private final ServiceClient<LeapPositionRequest, LeapPositionResponse> positions;
  private final ServiceClient<LeapVelocityRequest, LeapVelocityResponse> velocities;
  private final Source joints;
  private final Timebase timebase;
  private final int count;
  private final double zero;
  private final long period;
  private final double[] values;
  private final Thread thread;
  private volatile boolean running = true;

  LeapReader(
      ConnectedNode node, Source joints, Timebase timebase, int count, double zero, double rate) {
    this.positions = node.newServiceClient("leap_position", LeapPosition.SERVICE);
    this.velocities = node.newServiceClient("leap_velocity", LeapVelocity.SERVICE);
    this.joints = joints;
    this.timebase = timebase;
    this.count = count;
    this.zero = zero;
    this.period = Math.round(1e9 / rate);
    this.values = new double[2 * count];
    this.thread = new Thread(this::run, "eyas-leap");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    long next = System.nanoTime();
    while (running && !Thread.currentThread().isInterrupted()) {
      try {
        read();
        next = Math.max(next + period, System.nanoTime());
      } catch (ExecutionException | LinkException failure) {
        joints.refuse("The LEAP driver did not answer. " + failure.getMessage());
        next = System.nanoTime() + PAUSE;
      } catch (InterruptedException stopped) {
        return;
      }
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void read() throws ExecutionException, InterruptedException {
    long asked = timebase.stamp();
    double[] angles = positions.call(new LeapPositionRequest()).get().position();
    double[] speeds = velocities.call(new LeapVelocityRequest()).get().velocity();
    if (angles.length != count || speeds.length != count) {
      joints.refuse(
          "The LEAP driver gives %d positions and %d velocities; %d of each are needed."
              .formatted(angles.length, speeds.length, count));
      return;
    }
    for (int i = 0; i < count; i++) {
      values[i] = angles[i] - zero;
      values[count + i] = speeds[i];
    }
    joints.offer(asked, values);
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    positions.close();
    velocities.close();
  }
}
