package eyas.bridge.message;

/**
 * A signed span of time, as ROS 1 has it: both parts have the same sign.
 *
 * @param seconds whole seconds [s]
 * @param nanoseconds the rest [ns]
 */
public record Duration(int seconds, int nanoseconds) {}
