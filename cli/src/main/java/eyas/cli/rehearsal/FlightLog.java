package eyas.cli.rehearsal;

import eyas.cli.robot.BodyState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen of a flight, by several threads. */
public final class FlightLog {
  private final List<Sample> samples = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Map<String, Object>> diagnostics = new LinkedHashMap<>();

  /** An empty log. */
  FlightLog() {}

  /**
   * A place on the course.
   *
   * @param time since the course began [s]
   * @param part of the course
   * @param reference where the robot should be
   * @param body where it is
   */
  record Sample(double time, Course.Part part, Reference reference, BodyState body) {
    double error() {
      return reference.distance(body.position());
    }
  }

  /**
   * A command that came in.
   *
   * @param time when [ns]
   * @param stamp of the data that it is based on [ns]
   * @param counted whether it came while the policy flew the course
   */
  record Arrival(long time, long stamp, boolean counted) {}

  /**
   * Something that happened.
   *
   * @param time on the robot's clock [ns]
   * @param text what
   */
  public record Event(long time, String text) {}

  synchronized void add(Sample sample) {
    samples.add(sample);
  }

  synchronized void add(Arrival arrival) {
    arrivals.add(arrival);
  }

  synchronized void event(long time, String text) {
    events.add(new Event(time, text));
  }

  /** Keeps the last word of a diagnostic. */
  synchronized void diagnostic(String name, Map<String, Object> values) {
    diagnostics.put(name, values);
  }

  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** What happened, in order. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized Map<String, Object> diagnostics() {
    return new LinkedHashMap<>(diagnostics);
  }
}
