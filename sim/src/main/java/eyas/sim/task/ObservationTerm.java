package eyas.sim.task;

/**
 * One named part of an observation.
 *
 * @param name field's own term, e.g. {@code body-rates}
 * @param size number of features
 * @param unit SI unit in text, e.g. {@code rad/s}; {@code 1} if none
 * @param frame {@code world}, {@code body} or {@code none}
 */
public record ObservationTerm(String name, int size, String unit, String frame) {}
