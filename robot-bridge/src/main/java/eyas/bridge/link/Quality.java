package eyas.bridge.link;

/**
 * How a topic is delivered.
 *
 * @param queue messages that wait for a slow peer, at least 1; the oldest is dropped
 * @param latched whether a new subscriber is given the last message (transient local in ROS 2)
 * @param reliable whether a lost message is sent again; ROS 1 always does
 */
public record Quality(int queue, boolean latched, boolean reliable) {
  /** For setpoints and commands: only the newest counts. */
  public static final Quality COMMAND = new Quality(1, false, true);

  /** For sensors: only the newest counts, losses are not repaired. */
  public static final Quality SENSOR = new Quality(1, false, false);

  /** For events and logs: up to 100 wait. */
  public static final Quality QUEUED = new Quality(100, false, true);

  /** For facts that a late subscriber wants to know. */
  public static final Quality LATCHED = new Quality(1, true, true);

  /** Checks the queue's length. */
  public Quality {
    if (queue < 1) {
      throw new LinkException(
          "A queue of %d messages was asked for; it holds at least 1.".formatted(queue));
    }
  }
}
