package eyas.cli.rehearsal;

import eyas.bridge.link.Clock;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Message;
import eyas.bridge.message.Service;
import eyas.bridge.message.mavros_msgs.CommandBool;
import eyas.bridge.message.mavros_msgs.CommandBoolRequest;
import eyas.bridge.message.mavros_msgs.SetMode;
import eyas.bridge.message.mavros_msgs.SetModeRequest;
import eyas.cli.run.RunException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The operator's hands: services of the robot, and waiting that notices when time stands still. */
final class Operator {
  private static final long NAP = 500_000L;
  private static final long STANDSTILL = 20_000_000_000L;
  private static final int ANSWER_SECONDS = 5;
  private static final double AGAIN = 0.5;

  private final ConnectedNode node;
  private final Publisher<eyas.bridge.message.std_msgs.String> fault;

  Operator(ConnectedNode node) {
    this.node = node;
    this.fault =
        node.newPublisher("mavros/fault", eyas.bridge.message.std_msgs.String.TYPE, Quality.QUEUED);
  }

  Clock clock() {
    return node.clock();
  }

  /** Arms or disarms; a refusal is an error. */
  void arm(boolean wanted) {
    boolean done =
        call("mavros/cmd/arming", CommandBool.SERVICE, new CommandBoolRequest(wanted)).success();
    if (!done) {
      throw new RunException(
          "The robot refused to %s; its log says why.".formatted(wanted ? "arm" : "disarm"));
    }
  }

  /** Sets a flight mode; a refusal is an error. */
  void mode(String name) {
    if (!tries(name)) {
      throw new RunException("The robot refused the mode " + name + "; its log says why.");
    }
  }

  /** Asks for a flight mode; returns whether the request was taken. */
  boolean tries(String name) {
    return call("mavros/set_mode", SetMode.SERVICE, new SetModeRequest((byte) 0, name)).modeSent();
  }

  /** Asks for a flight mode until the robot tells that it has it, or nothing comes of it [s]. */
  boolean insists(String name, double seconds, BooleanSupplier reached) {
    long end = clock().nanoseconds() + (long) (seconds * 1e9);
    while (clock().nanoseconds() < end) {
      tries(name);
      if (await(AGAIN, reached)) {
        return true;
      }
    }
    return false;
  }

  private <Q extends Message, A extends Message> A call(
      String name, Service<Q, A> service, Q request) {
    try (var client = node.newServiceClient(name, service)) {
      return client.call(request).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("Interrupted while " + name + " was called.", stopped);
    } catch (ExecutionException | TimeoutException failure) {
      String reason =
          failure.getCause() == null
              ? "no answer in " + ANSWER_SECONDS + " s"
              : failure.getCause().getMessage();
      throw new RunException(
          "The robot's service %s could not be called: %s.".formatted(node.resolve(name), reason),
          failure);
    }
  }

  /** Makes a sensor of a simulated robot fail. */
  void fault(String text) {
    fault.publish(new eyas.bridge.message.std_msgs.String(text));
  }

  /**
   * Waits for a condition.
   *
   * @param seconds on the robot's clock, at most
   * @return whether it came true
   */
  boolean await(double seconds, BooleanSupplier condition) {
    long end = clock().nanoseconds() + (long) (seconds * 1e9);
    long last = 0;
    long seen = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long now = clock().nanoseconds();
      if (now >= end) {
        return false;
      }
      seen = now == last ? seen : System.nanoTime();
      last = now;
      if (System.nanoTime() - seen > STANDSTILL) {
        throw new RunException(
            "The simulated time stands still at %.2f s: nobody publishes /clock any more. Look"
                    .formatted(now / 1e9)
                + " at the robot's log.");
      }
      LockSupport.parkNanos(NAP);
      if (Thread.currentThread().isInterrupted()) {
        throw new RunException("The mission was interrupted.");
      }
    }
    return true;
  }

  /** Waits so many seconds. */
  void pause(double seconds) {
    await(seconds, () -> false);
  }
}
